import django.core.serializers.json
import django.db.models.deletion
from django.db import migrations, models

from tenure.foundation.audit.triggers import audit_statements

TABLE = """
create table usage_dailyusage (
    customer_id uuid not null references customers_customer,
    day date not null,
    feature_id smallint not null references usage_feature,
    active_users integer check (active_users >= 0),
    logins integer check (logins >= 0),
    uses integer check (uses >= 0),
    seconds integer check (seconds >= 0),
    errors integer check (errors >= 0),
    external_id varchar(200) not null default '',
    contract_external_id varchar(200) not null default '',
    source_facts jsonb,
    primary key (customer_id, day, feature_id, external_id)
) partition by range (day);
comment on column usage_dailyusage.seconds is 'time spent, all users together';
create index usage_by_day on usage_dailyusage (day);

create function make_usage_partitions(first date, last date) returns void language plpgsql as $$
-- One partition a month, from the month of the first day to that of the last.
declare
    month date := date_trunc('month', first);
    name text;
begin
    while month <= last loop
        name := 'usage_dailyusage_' || to_char(month, 'YYYY_MM');
        if to_regclass(name) is null then
            perform pg_advisory_xact_lock(hashtext('make_usage_partitions'));
            execute format('create table if not exists %I partition of usage_dailyusage'
                ' for values from (%L) to (%L)', name, month, (month + interval '1 month')::date);
        end if;
        month := month + interval '1 month';
    end loop;
end $$;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [("customers", "0002_initial"), ("audit", "0002_triggers")]

    operations = [
        migrations.CreateModel(
            name="Feature",
            fields=[
                ("id", models.SmallAutoField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200, unique=True)),
                ("is_core", models.BooleanField(db_default=True, default=True)),
            ],
        ),
        migrations.CreateModel(
            name="DailyUsage",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "customer",
                        "day",
                        "feature",
                        "external_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "customer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daily_usage",
                        to="customers.customer",
                    ),
                ),
                ("day", models.DateField()),
                (
                    "feature",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="usage.feature",
                    ),
                ),
                ("external_id", models.CharField(db_default="", default="", max_length=200)),
                ("active_users", models.IntegerField(null=True)),
                ("logins", models.IntegerField(null=True)),
                ("uses", models.IntegerField(null=True)),
                (
                    "seconds",
                    models.IntegerField(db_comment="time spent, all users together", null=True),
                ),
                ("errors", models.IntegerField(null=True)),
                (
                    "contract_external_id",
                    models.CharField(db_default="", default="", max_length=200),
                ),
                (
                    "source_facts",
                    models.JSONField(
                        blank=True,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        null=True,
                    ),
                ),
            ],
            options={"verbose_name_plural": "daily usage", "managed": False},
        ),
        migrations.RunSQL(
            TABLE, "drop table usage_dailyusage; drop function make_usage_partitions"
        ),
        audit_statements("usage.dailyusage"),
    ]
