"""Who can tell one user from another tells how many there were in 7 and in 28 days."""

from django.db import migrations, models

ADDED = """
alter table usage_dailyusage
    add column active_users_7_days integer check (active_users_7_days >= 0),
    add column active_users_28_days integer check (active_users_28_days >= 0);
comment on column usage_dailyusage.active_users_7_days is
    'distinct, of the seven days that end with this one; of the whole product';
comment on column usage_dailyusage.active_users_28_days is
    'distinct, of the 28 days that end with this one; of the whole product'
"""
TAKEN_BACK = """
alter table usage_dailyusage drop column active_users_7_days, drop column active_users_28_days
"""


def counted(days: int, words: str) -> migrations.AddField:
    told = f"distinct, of the {words} days that end with this one; of the whole product"
    return migrations.AddField(
        model_name="dailyusage",
        name=f"active_users_{days}_days",
        field=models.IntegerField(db_comment=told, null=True),
    )


class Migration(migrations.Migration):
    dependencies = [("usage", "0002_audit")]

    operations = [
        migrations.RunSQL(
            ADDED, TAKEN_BACK, state_operations=[counted(7, "seven"), counted(28, "28")]
        )
    ]
