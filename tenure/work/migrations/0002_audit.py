from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("work", "0001_initial"), ("audit", "0002_triggers")]

    operations = [
        audit("work.task", named_by="title", customer="customer_id"),
        audit("work.touchpoint", named_by="subject", customer="customer_id"),
    ]
