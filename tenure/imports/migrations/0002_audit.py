from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("imports", "0001_initial"), ("audit", "0002_triggers")]

    operations = [
        audit(
            "imports.import",
            named_by="file_name",
            left_out=["updated_at", "rows_read", "refusals", "state"],
        ),
    ]
