from django.db import migrations

from tenure.foundation.audit.triggers import audit_statements


class Migration(migrations.Migration):
    dependencies = [("alerts", "0001_initial"), ("audit", "0002_triggers")]

    operations = [audit_statements("alerts.alert")]
