"""Files of daily usage: what they hold, and how they are saved."""

from datetime import datetime

from django.db.backends.utils import CursorWrapper

from tenure.foundation.tabular import formats as f
from tenure.foundation.tabular.formats import Format, Rule, Saved

# People of several days are told by who can tell one from another; they cannot be added up from days.
DISTINCT = ("active_users_7_days", "active_users_28_days")
COUNTS = ("active_users", *DISTINCT, "logins", "uses", "seconds", "errors")

# A row may name its customer, or a contract that tells the customer.
WITH_CUSTOMERS = f"""
create temp table stage_usage on commit drop as
select distinct on (customer_id, day, feature_id, external_id) *
from (
    select coalesce(k.customer_id, c.id) as customer_id, s.day, f.id as feature_id,
        coalesce(s.external_id, '') as external_id, {", ".join(f"s.{name}" for name in COUNTS)},
        coalesce(s.contract_external_id, '') as contract_external_id, s.source_facts
    from stage s
    join usage_feature f on f.name = coalesce(s.feature, '')
    left join contracts_contract k on k.external_id = s.contract_external_id
    left join customers_customer c on c.external_id = s.customer_external_id
) rows
"""

SAVE = f"""
with saved as (
    insert into usage_dailyusage (customer_id, day, feature_id, external_id, {", ".join(COUNTS)},
        contract_external_id, source_facts)
    select * from stage_usage
    on conflict (customer_id, day, feature_id, external_id) do update set {{sets}}
    where ({{mine}}) is distinct from ({{theirs}})
    returning 1
)
select count(*) from saved
"""


MANY_ROWS = 1_000


def save_usage(cursor: CursorWrapper, at: datetime, given: frozenset[str]) -> Saved:
    """Save daily usage into the partitions of its months, which are made as they are needed."""
    cursor.execute("select make_usage_partitions(min(day), max(day)) from stage")
    cursor.execute(
        "insert into usage_feature (name) select distinct coalesce(feature, '') from stage"
        " on conflict do nothing"
    )
    cursor.execute("drop table if exists pg_temp.stage_usage")
    cursor.execute(WITH_CUSTOMERS)
    cursor.execute("analyze stage_usage")
    cursor.execute(
        "select count(*), (select count(*) from stage_usage s join usage_dailyusage u"
        " using (customer_id, day, feature_id, external_id)) from stage_usage"
    )
    rows, known = cursor.fetchone()
    changes = [name for name in COUNTS if name in given] or ["uses"]
    cursor.execute(
        SAVE.format(
            sets=", ".join(f"{name} = excluded.{name}" for name in changes),
            mine=", ".join(f"usage_dailyusage.{name}" for name in changes),
            theirs=", ".join(f"excluded.{name}" for name in changes),
        )
    )
    (written,) = cursor.fetchone()
    if written > MANY_ROWS:  # a partitioned table is never analysed by itself, as a whole
        cursor.execute("analyze usage_dailyusage")
    created = rows - known
    return Saved(created, written - created, rows - written)


USAGE = Format(
    code="usage",
    title="Daily usage",
    about="One row a day and customer, or a day, customer and feature. Leave the feature empty in "
    "rows about the product as a whole. What you do not measure, leave out: it stays unknown.",
    save=save_usage,
    order=3,
    key=("customer_external_id", "contract_external_id", "day", "feature", "external_id"),
    one_of=(("customer_external_id", "contract_external_id"), COUNTS),
    columns=(
        f.text("customer_external_id", "Your own id of the customer."),
        f.text("contract_external_id", "Your own id of a contract of the customer."),
        f.day("day", "The day.", required=True),
        f.text("feature", "The feature; empty for the product as a whole."),
        f.text("external_id", "Your own id of the row, if it has one."),
        f.count("active_users", "Users who did something."),
        f.count("active_users_7_days", "Different users of the seven days that end with this one."),
        f.count("active_users_28_days", "Different users of the 28 days that end with this one."),
        f.count("logins", "Logins."),
        f.count("uses", "How often the feature was used."),
        f.count("seconds", "Seconds spent, all users together."),
        f.count("errors", "Errors that users met."),
    ),
    rules=(
        Rule(
            "customer_external_id is null and contract_external_id is null",
            "customer_external_id",
            "Neither a customer nor a contract is named.",
        ),
        Rule(
            "customer_external_id is not null and not exists (select from customers_customer c"
            " where c.external_id = stage.customer_external_id)",
            "customer_external_id",
            "There is no customer with this external id; import the customers first.",
        ),
        Rule(
            "customer_external_id is null and not exists (select from contracts_contract k"
            " where k.external_id = stage.contract_external_id)",
            "contract_external_id",
            "There is no contract with this external id; import the contracts first.",
        ),
        *(
            Rule(
                f"feature is not null and {name} is not null",
                name,
                "Different users of several days are told of the product as a whole: leave the feature empty.",
                given=name,
            )
            for name in DISTINCT
        ),
        *(
            Rule(
                f"active_users > {name}",
                name,
                "There are more users on this day alone.",
                given=name,
            )
            for name in DISTINCT
        ),
        Rule(
            "active_users_7_days > active_users_28_days",
            "active_users_28_days",
            "There are more users in the last seven of these days.",
            given="active_users_28_days",
        ),
        Rule("day < '1990-01-01' or day > now()::date + 366", "day", "This day cannot be right."),
    ),
)
