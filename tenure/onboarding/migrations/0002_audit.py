from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("onboarding", "0001_initial"), ("audit", "0002_triggers")]

    operations = [
        audit("onboarding.onboarding", named_by="kickoff_on", customer="customer_id"),
        audit("onboarding.valueentry", named_by="what", customer="customer_id"),
    ]
