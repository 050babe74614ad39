from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("recovery", "0001_initial"), ("audit", "0002_triggers")]

    operations = [audit("recovery.case", named_by="opened_at", customer="customer_id")]
