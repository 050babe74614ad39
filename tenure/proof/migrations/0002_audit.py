from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("proof", "0001_initial"), ("audit", "0002_triggers")]

    operations = [
        audit(
            "proof.backtest",
            named_by="scorecard_version",
            left_out=[
                "updated_at", "definition", "state", "steps", "steps_done", "report", "problem",
                "finished_at",
            ],
        ),
    ]  # fmt: skip
