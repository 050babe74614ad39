from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("surveys", "0001_initial"), ("audit", "0002_triggers")]

    operations = [
        audit("surveys.surveyanswer", named_by="kind", customer="customer_id"),
    ]
