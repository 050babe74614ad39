from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("reviews", "0003_planned"), ("audit", "0002_triggers")]

    operations = [
        audit("reviews.plannedreview", named_by="review_type", customer="customer_id"),
    ]
