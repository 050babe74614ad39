from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("insights", "0001_initial"), ("audit", "0002_triggers")]

    operations = [
        audit("insights.periodmetrics", named_by="period", customer="customer_id"),
    ]
