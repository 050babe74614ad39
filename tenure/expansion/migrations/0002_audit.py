from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("expansion", "0001_initial"), ("audit", "0002_triggers")]

    operations = [audit("expansion.opportunity", named_by="found_on", customer="customer_id")]
