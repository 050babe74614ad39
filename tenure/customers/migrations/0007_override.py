from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("customers", "0006_confidence"),
    ]

    operations = [
        migrations.AddField(
            model_name="currenthealth",
            name="computed_score",
            field=models.PositiveSmallIntegerField(
                db_comment="what the measures say while somebody has set the score by hand",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="currenthealth",
            name="override_until",
            field=models.DateTimeField(
                db_comment="until when the score is one that somebody set; null: it is computed",
                null=True,
            ),
        ),
        migrations.AddIndex(
            model_name="currenthealth",
            index=models.Index(
                condition=models.Q(("override_until__isnull", False)),
                fields=["customer"],
                name="customers_scored_by_hand",
            ),
        ),
        migrations.AddConstraint(
            model_name="currenthealth",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("computed_score", None), ("computed_score__range", (0, 100)), _connector="OR"
                ),
                name="currenthealth_computed_score_in_range",
                violation_error_message="A score lies between 0 and 100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="currenthealth",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("override_until__isnull", False), ("computed_score", None), _connector="OR"
                ),
                name="a_computed_score_stands_beside_one_set_by_hand",
                violation_error_message="The computed score stands beside one that was set by hand.",
            ),
        ),
    ]
