from django.db import migrations

from tenure.foundation.audit.triggers import audit

BEFORE = audit("expansion.opportunity", named_by="found_on", customer="customer_id")


class Migration(migrations.Migration):
    """The day on which the signs were last seen moves every night: that is no change to tell."""

    dependencies = [("expansion", "0002_audit")]

    operations = [
        migrations.RunSQL(BEFORE.reverse_sql, BEFORE.sql),
        audit(
            "expansion.opportunity", named_by="found_on", customer="customer_id",
            left_out=("updated_at", "seen_on"),
        ),
    ]  # fmt: skip
