from django.db import migrations

from tenure.foundation.audit.triggers import append_only, audit


class Migration(migrations.Migration):
    dependencies = [("plans", "0005_objectives_versions_and_order")]

    operations = [
        audit("plans.objective", named_by="title"),
        audit("plans.dependency", named_by="id"),
        append_only("plans_measurement"),
        append_only("plans_planversion"),
        append_only("plans_signoff"),
    ]
