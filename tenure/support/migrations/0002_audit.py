from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("support", "0001_initial"), ("audit", "0002_triggers")]

    operations = [
        audit("support.ticket", named_by="subject", customer="customer_id"),
    ]
