"""A kind of survey of its own for satisfaction with the product alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("surveys", "0002_audit"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="surveyanswer",
            name="surveyanswer_kind_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="surveyanswer",
            name="a_survey_score_is_on_its_scale",
        ),
        migrations.AlterField(
            model_name="surveyanswer",
            name="kind",
            field=models.CharField(
                choices=[("NPS", "NPS"), ("CSAT", "CSAT"), ("CES", "CES"), ("PRODUCT", "Product")],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", None), ("kind__in", ["NPS", "CSAT", "CES", "PRODUCT"]), _connector="OR"
                ),
                name="surveyanswer_kind_is_known",
                violation_error_message="Choose one of NPS, CSAT, CES, PRODUCT.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "NPS"), ("score__range", (0, 10))),
                    models.Q(("kind", "CSAT"), ("score__range", (1, 5))),
                    models.Q(("kind", "CES"), ("score__range", (1, 7))),
                    models.Q(("kind", "PRODUCT"), ("score__range", (1, 5))),
                    _connector="OR",
                ),
                name="a_survey_score_is_on_its_scale",
                violation_error_message="NPS goes from 0 to 10, CSAT and PRODUCT from 1 to 5, CES from 1 to 7.",
            ),
        ),
    ]
