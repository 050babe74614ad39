from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("advocacy", "0004_advocates"), ("audit", "0002_triggers")]

    operations = [
        audit("advocacy.consent", named_by="words", customer="customer_id"),
        audit("advocacy.member", named_by="", customer="customer_id"),
        audit("advocacy.deal", named_by="name", customer=""),
        audit("advocacy.group", named_by="name", customer=""),
        audit("advocacy.groupmeeting", named_by="subject", customer=""),
    ]
