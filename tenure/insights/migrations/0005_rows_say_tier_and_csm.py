import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Rows from before say what is known today; filling them again says who stood where at their end.
TODAYS = """
update insights_periodmetrics m set tier = c.tier, csm_id = p.csm_id
from customers_customer c join customers_successprofile p on p.customer_id = c.id
where c.id = m.customer_id and m.parts is not null
"""


class Migration(migrations.Migration):
    dependencies = [
        ("customers", "0009_room_for_tonight"),
        ("insights", "0004_audit_by_statement"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="periodmetrics",
            name="csm",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="periodmetrics",
            name="tier",
            field=models.CharField(
                blank=True,
                choices=[
                    ("ENTERPRISE", "Enterprise"),
                    ("MID_MARKET", "Mid-market"),
                    ("SMALL_BUSINESS", "Small business"),
                    ("TRIAL", "Trial"),
                ],
                db_comment="when the period ended",
                max_length=20,
                null=True,
            ),
        ),
        migrations.RunSQL([TODAYS, "set constraints all immediate"], migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="periodmetrics",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tier", None),
                    ("tier__in", ["ENTERPRISE", "MID_MARKET", "SMALL_BUSINESS", "TRIAL"]),
                    _connector="OR",
                ),
                name="periodmetrics_tier_is_known",
                violation_error_message="Choose one of ENTERPRISE, MID_MARKET, SMALL_BUSINESS, TRIAL.",
            ),
        ),
    ]
