from django.db import migrations

from tenure.foundation.audit import triggers


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.RunSQL(triggers.NEW_ID, "drop function new_id()"),
        migrations.RunSQL(
            triggers.FUNCTIONS,
            "drop function audit_refuse(), audit_statement(), audit_rows(), audit_subject_id(text),"
            " audit_current_deed()",
        ),
        triggers.append_only("audit_deed"),
        triggers.append_only("audit_change"),
    ]
