from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("advocacy", "0001_initial"), ("audit", "0002_triggers")]

    operations = [
        audit("advocacy.advocacyactivity", named_by="title", customer="customer_id"),
    ]
