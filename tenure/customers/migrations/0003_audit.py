from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("customers", "0002_initial"), ("audit", "0002_triggers")]

    operations = [
        audit(
            "customers.customer",
            named_by="name",
            customer="id",
            left_out=["updated_at", "search_text"],
        ),
        audit("customers.successprofile", named_by="", customer="customer_id"),
        audit("customers.stakeholder", named_by="name", customer="customer_id"),
        audit("customers.policy", named_by="policy_number", customer="customer_id"),
        audit("customers.churnevent", named_by="churned_on", customer="customer_id"),
        audit("customers.lead", named_by="name"),
    ]
