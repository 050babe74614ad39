from django.db import migrations

from tenure.foundation.audit.triggers import append_only, audit, audit_statements


class Migration(migrations.Migration):
    dependencies = [("tiering", "0001_initial"), ("audit", "0002_triggers")]

    operations = [
        audit("tiering.tierchange", named_by="to_tier", customer="customer_id"),
        audit_statements("tiering.monthlyuse"),
        append_only("tiering_tierreview"),
    ]
