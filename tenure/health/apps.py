from django.apps import AppConfig


class Health(AppConfig):
    name = "tenure.health"

    def ready(self) -> None:
        """Tell the slices below what only this one knows: which measures there are, so that a scorecard
        that counts another is refused like any wrong file, and which scorecard is in force."""
        from tenure.documents import live
        from tenure.health.measures import unknown_in
        from tenure.health.scorecards import in_force
        from tenure.programme import loading

        if unknown_in not in loading.checks:
            loading.checks.append(unknown_in)
        live.scorecard_in_force = in_force
