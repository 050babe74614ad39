from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("requests", "0001_initial"), ("audit", "0002_triggers")]

    operations = [audit("requests.request", named_by="title", customer="customer_id",
                        left_out=("updated_at", "search_text"))]  # fmt: skip
