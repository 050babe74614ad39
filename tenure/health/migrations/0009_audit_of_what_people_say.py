from django.db import migrations

from tenure.foundation.audit.triggers import audit
from tenure.health.due import OF_PEOPLE


class Migration(migrations.Migration):
    dependencies = [("health", "0008_said_by_people"), ("audit", "0002_triggers")]

    operations = [
        migrations.RunSQL(OF_PEOPLE),
        audit("health.pulse", named_by="reason", customer="customer_id"),
        audit("health.override", named_by="score", customer="customer_id"),
        audit("health.reportedreading", named_by="code", customer="customer_id"),
    ]
