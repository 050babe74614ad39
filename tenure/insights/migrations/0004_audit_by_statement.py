from django.db import migrations

from tenure.foundation.audit.triggers import audit, audit_statements

BY_ROW = audit("insights.periodmetrics", named_by="period", customer="customer_id")


class Migration(migrations.Migration):
    """A night writes a row a customer: one line a statement in the trail says so."""

    dependencies = [("insights", "0003_totals_of_metrics")]

    operations = [
        migrations.RunSQL(BY_ROW.reverse_sql, BY_ROW.sql),
        audit_statements("insights.periodmetrics"),
    ]
