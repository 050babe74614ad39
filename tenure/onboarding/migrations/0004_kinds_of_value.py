from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("customers", "0009_room_for_tonight"),
        ("onboarding", "0003_confirmed_on"),
    ]

    operations = [
        migrations.AddField(
            model_name="valueentry",
            name="kind",
            field=models.CharField(
                choices=[
                    ("REVENUE", "More revenue"),
                    ("COSTS", "Lower costs"),
                    ("TIME", "Time saved"),
                    ("OTHER", "Something else"),
                ],
                db_default="OTHER",
                default="OTHER",
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="valueentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", None),
                    ("kind__in", ["REVENUE", "COSTS", "TIME", "OTHER"]),
                    _connector="OR",
                ),
                name="valueentry_kind_is_known",
                violation_error_message="Choose one of REVENUE, COSTS, TIME, OTHER.",
            ),
        ),
    ]
