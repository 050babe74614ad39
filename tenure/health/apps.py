from django.apps import AppConfig


class Health(AppConfig):
    name = "tenure.health"

    def ready(self) -> None:
        """A scorecard of the programme that counts what nobody measures is refused like any wrong file."""
        from tenure.health.measures import unknown_in
        from tenure.programme import loading

        if unknown_in not in loading.checks:
            loading.checks.append(unknown_in)
