from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial"), ("audit", "0002_triggers")]

    operations = [
        audit("plans.successplan", named_by="title", customer="customer_id"),
        audit("plans.milestone", named_by="title"),
    ]
