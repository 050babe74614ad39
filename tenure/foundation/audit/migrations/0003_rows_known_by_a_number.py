from django.db import migrations

from tenure.foundation.audit import triggers


class Migration(migrations.Migration):
    """Installations from before get the functions as they are now; new ones have them already."""

    dependencies = [("audit", "0002_triggers")]

    operations = [
        migrations.RunSQL(
            triggers.FUNCTIONS.replace("create function", "create or replace function"),
            migrations.RunSQL.noop,
        ),
    ]
