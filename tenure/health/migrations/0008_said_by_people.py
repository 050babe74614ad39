import datetime

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
from django.db import migrations, models

import tenure.foundation.ids


class Migration(migrations.Migration):
    dependencies = [
        ("customers", "0007_override"),
        ("health", "0007_due"),
    ]

    operations = [
        migrations.CreateModel(
            name="Override",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=tenure.foundation.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        auto_now=True, db_default=django.db.models.functions.datetime.Now()
                    ),
                ),
                ("score", models.PositiveSmallIntegerField()),
                ("reason", models.TextField()),
                ("set_by", models.CharField(max_length=200)),
                ("set_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ended_by",
                    models.CharField(blank=True, db_default="", default="", max_length=200),
                ),
                ("ended_reason", models.TextField(blank=True, db_default="", default="")),
                (
                    "customer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="health_overrides",
                        to="customers.customer",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        models.F("customer"),
                        models.OrderBy(models.F("set_at"), descending=True),
                        name="overrides_of_a_customer",
                    ),
                    models.Index(
                        condition=models.Q(("ended_at", None)),
                        fields=["expires_at"],
                        name="overrides_to_expire",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("score", None), ("score__range", (0, 100)), _connector="OR"
                        ),
                        name="override_score_in_range",
                        violation_error_message="A score lies between 0 and 100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="override_reason_is_not_blank",
                        violation_error_message="Say why the computed score is not to be trusted.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("customer",),
                        name="one_running_override_per_customer",
                        violation_error_message="This customer already has a score set by hand.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("set_at"))),
                        name="an_override_expires_after_it_was_set",
                        violation_error_message="A score set by hand expires after it is set.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "expires_at__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("set_at"),
                                    "+",
                                    models.Value(datetime.timedelta(days=90)),
                                ),
                            )
                        ),
                        name="an_override_does_not_last",
                        violation_error_message="A score set by hand holds at most 90 days.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", "")),
                            models.Q(
                                ("ended_at__isnull", False),
                                models.Q(("ended_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_ended_override_says_by_whom",
                        violation_error_message="What ended says when and by whom.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pulse",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=tenure.foundation.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        auto_now=True, db_default=django.db.models.functions.datetime.Now()
                    ),
                ),
                (
                    "rating",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Very worried"),
                            (2, "Worried"),
                            (3, "Unsure"),
                            (4, "Confident"),
                            (5, "Delighted"),
                        ],
                        db_comment="from 1, very worried, to 5, delighted",
                    ),
                ),
                ("reason", models.TextField()),
                ("given_by", models.CharField(max_length=200)),
                ("given_at", models.DateTimeField()),
                (
                    "expires_on",
                    models.DateField(
                        db_comment="the first day on which it does not count any more"
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "withdrawn_by",
                    models.CharField(blank=True, db_default="", default="", max_length=200),
                ),
                (
                    "customer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pulses",
                        to="customers.customer",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        models.F("customer"),
                        models.OrderBy(models.F("given_at"), descending=True),
                        name="pulses_of_a_customer",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rating", None), ("rating__range", (1, 5)), _connector="OR"
                        ),
                        name="pulse_rating_in_range",
                        violation_error_message="A pulse goes from 1, very worried, to 5, delighted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="pulse_reason_is_not_blank",
                        violation_error_message="Say why: a pulse without a reason helps nobody.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "expires_on__gt",
                                django.db.models.functions.datetime.TruncDate("given_at"),
                            )
                        ),
                        name="a_pulse_expires_after_it_was_given",
                        violation_error_message="A pulse expires after the day that it was given.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_by", "")),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                models.Q(("withdrawn_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_withdrawn_pulse_says_by_whom",
                        violation_error_message="A withdrawn pulse says when and by whom.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportedReading",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=tenure.foundation.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        auto_now=True, db_default=django.db.models.functions.datetime.Now()
                    ),
                ),
                ("code", models.CharField(db_comment="of the measure", max_length=50)),
                ("day", models.DateField()),
                ("value", models.FloatField(db_comment="in the measure's own unit")),
                ("source", models.CharField(db_comment="the system that took it", max_length=200)),
                ("recorded_by", models.CharField(max_length=200)),
                (
                    "customer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reported_readings",
                        to="customers.customer",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["code", "day"], name="readings_of_a_measure")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("customer", "code", "day"),
                        name="one_reading_per_customer_measure_and_day",
                        violation_error_message="This customer already has a reading for this day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("value", None),
                            ("value__range", (-1000000000000.0, 1000000000000.0)),
                            _connector="OR",
                        ),
                        name="reportedreading_value_in_range",
                        violation_error_message="This is not a number to reckon with.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("code", ""), _negated=True),
                        name="reportedreading_code_is_not_blank",
                        violation_error_message="A reading is of a measure.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="reportedreading_source_is_not_blank",
                        violation_error_message="Say where the reading comes from.",
                    ),
                ],
            },
        ),
    ]
