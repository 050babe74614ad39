from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("contracts", "0001_initial"), ("audit", "0002_triggers")]

    operations = [
        audit("contracts.contract", named_by="name", customer="customer_id"),
        audit("contracts.invoice", named_by="due_on", customer="customer_id"),
    ]
