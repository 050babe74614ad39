import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from tenure.foundation.audit.triggers import append_only, audit
from tenure.foundation.ids import new_id

# What is history is not changed, but here it gets a number that people can say.
NUMBERED = """
alter table health_scorecard disable trigger health_scorecard_is_history;
update health_scorecard s set number = n.place, note = 'As the programme had it',
    saved_by = 'Tenure'
from (select id, row_number() over (order by id) as place from health_scorecard) n
where n.id = s.id;
alter table health_scorecard enable trigger health_scorecard_is_history;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("health", "0002_history"),
        ("audit", "0003_rows_known_by_a_number"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RenameField("scorecard", "first_used_at", "saved_at"),
        migrations.AddField(
            "scorecard",
            "note",
            models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            "scorecard",
            "saved_by",
            models.CharField(blank=True, db_default="", default="", max_length=200),
        ),
        migrations.AddField(
            "scorecard",
            "number",
            models.PositiveSmallIntegerField(null=True),
        ),
        migrations.RunSQL(NUMBERED, migrations.RunSQL.noop),
        migrations.AlterField(
            "scorecard",
            "number",
            models.PositiveSmallIntegerField(db_comment="as people call it", unique=True),
        ),
        migrations.CreateModel(
            name="ScorecardInForce",
            fields=[
                ("id", models.SmallAutoField(primary_key=True, serialize=False)),
                ("since", models.DateTimeField()),
                ("put_by", models.CharField(max_length=200)),
                ("note", models.TextField(blank=True, db_default="", default="")),
                (
                    "scorecard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="times_in_force",
                        to="health.scorecard",
                    ),
                ),
            ],
            options={"verbose_name_plural": "scorecards in force"},
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=new_id, editable=False, primary_key=True, serialize=False
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
                        auto_now=True,
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("definition", models.JSONField()),
                (
                    "based_on",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="health.scorecard",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="draft_name_is_not_blank",
                        violation_error_message="A draft needs a name.",
                    )
                ],
            },
        ),
        append_only("health_scorecardinforce"),
        audit("health.draft", named_by="name"),
    ]
