"""The triggers that keep the tally: how many customers of each sort, exact at every moment.

What sorts a customer stands in three tables. Two of them push their part into the third, the
current health, whose row serves as the lock; a change there adds the difference to the tally.
"""

DIMENSIONS = ("status", "tier", "level", "churn_risk", "onboarding_status")
# By column of the tally what one customer adds to it.
SUMS = {
    "customers": "1",
    "annual_value": "annual_value",
    "lifetime_value": "lifetime_value",
    "scored": "(score is not null)::int",
    "score_sum": "coalesce(score, 0)",
    "adoption_known": "(adoption_percent is not null)::int",
    "adoption_sum": "coalesce(adoption_percent, 0)",
    "nps_known": "(latest_nps is not null)::int",
    "nps_sum": "coalesce(latest_nps, 0)",
    "csat_known": "(latest_csat is not null)::int",
    "csat_sum": "coalesce(latest_csat, 0)",
    "time_to_value_known": "(time_to_value_days is not null)::int",
    "time_to_value_sum": "coalesce(time_to_value_days, 0)",
    "onboarding_known": "(onboarding_days is not null)::int",
    "onboarding_sum": "coalesce(onboarding_days, 0)",
    "trained": "is_trained::int",
}
OF_CUSTOMER = {
    "status": "status",
    "tier": "tier",
    "annual_value": "annual_contract_value",
    "lifetime_value": "lifetime_value",
}
OF_PROFILE = {
    "onboarding_status": "onboarding_status",
    "adoption_percent": "adoption_percent",
    "latest_nps": "latest_nps",
    "latest_csat": "latest_csat",
    "time_to_value_days": "time_to_value_days",
    "onboarding_days": "onboarding_ends_on - {row}onboarding_starts_on",
    "is_trained": "training_completed",
}


def _read(columns: dict[str, str], row: str) -> str:
    return ", ".join(row + "." + source.format(row=row + ".") for source in columns.values())


def _push(name: str, table: str, key: str, columns: dict[str, str]) -> str:
    """Push what changed in a table into the current health, rows in the order everybody locks in."""
    sets = ", ".join(
        f"{column} = n.{source.format(row='n.')}" for column, source in columns.items()
    )
    return f"""
create function {name}() returns trigger language plpgsql as $$
begin
    perform from customers_currenthealth h join new_rows n on h.customer_id = n.{key}
    join old_rows o on o.id = n.id
    where ({_read(columns, "n")}) is distinct from ({_read(columns, "o")})
    order by h.customer_id for update of h;
    update customers_currenthealth h set {sets}
    from new_rows n join old_rows o on o.id = n.id
    where h.customer_id = n.{key}
        and ({_read(columns, "n")}) is distinct from ({_read(columns, "o")});
    return null;
end $$;
create trigger pushed_into_health after update on {table}
    referencing old table as old_rows new table as new_rows
    for each statement execute function {name}();
"""


_PROFILE_SETS = ", ".join(
    f"{column} = n.{source.format(row='n.')}" for column, source in OF_PROFILE.items()
)
COPY = f"""
create function customers_copy_into_health() returns trigger language plpgsql as $$
begin
    select {_read(OF_CUSTOMER, "c")} into {", ".join("new." + name for name in OF_CUSTOMER)}
    from customers_customer c where c.id = new.customer_id;
    select {_read(OF_PROFILE, "p")} into {", ".join("new." + name for name in OF_PROFILE)}
    from customers_successprofile p where p.customer_id = new.customer_id;
    if not found then
        new.onboarding_status := 'NOT_STARTED';
        new.is_trained := false;
    end if;
    return new;
end $$;
create trigger copied_into_health before insert on customers_currenthealth
    for each row execute function customers_copy_into_health();

create function customers_profile_added() returns trigger language plpgsql as $$
begin
    update customers_currenthealth h set {_PROFILE_SETS}
    from new_rows n where h.customer_id = n.customer_id;
    return null;
end $$;
create trigger pushed_into_health_at_first after insert on customers_successprofile
    referencing new table as new_rows for each statement execute function customers_profile_added();
"""

_NAMES = ", ".join((*DIMENSIONS, *SUMS))
_COUNTED = ", ".join(f"sum(n * {what}) as {name}" for name, what in SUMS.items())
_FOLDED = ", ".join(f"sum({name})" for name in SUMS)
_DIMENSIONS = ", ".join(DIMENSIONS)
_READ = ", ".join(
    (*DIMENSIONS, "score", "annual_value", "lifetime_value", *(n for n in OF_PROFILE if n not in DIMENSIONS))
)  # fmt: skip


def _count(name: str, rows: str) -> str:
    """Add to the tally what a statement did. Now and then, by chance, the tally is folded."""
    return f"""
create function {name}() returns trigger language plpgsql as $$
begin
    insert into customers_tally ({_NAMES})
    select * from (select {_DIMENSIONS}, {_COUNTED} from ({rows}) r group by {_DIMENSIONS}) d
    where ({", ".join("d." + name for name in SUMS)}) <> ({", ".join("0" for _ in SUMS)});
    if random() < 0.002 then
        perform customers_fold_tally();
    end if;
    return null;
end $$;
"""


COUNT = f"""
create function customers_fold_tally() returns void language sql as $$
-- Rows that somebody else is folding are left to them.
with gone as (
    delete from customers_tally where id in (select id from customers_tally for update skip locked)
    returning *
)
insert into customers_tally ({_NAMES})
select {_DIMENSIONS}, {_FOLDED} from gone group by {_DIMENSIONS} having sum(customers) <> 0
$$;
""" + "".join(
    _count(f"customers_count_{event}", rows)
    + f"""
create trigger counted_{event} after {statement} on customers_currenthealth
    referencing {tables} for each statement execute function customers_count_{event}();
"""
    for event, statement, tables, rows in (
        ("added", "insert", "new table as new_rows", f"select 1 as n, {_READ} from new_rows"),
        (
            "changed", "update", "old table as old_rows new table as new_rows",
            f"select 1 as n, {_READ} from new_rows union all select -1, {_READ} from old_rows",
        ),
        ("removed", "delete", "old table as old_rows", f"select -1 as n, {_READ} from old_rows"),
    )
)  # fmt: skip

# What is there before the triggers are: copied and counted once.
FIRST = f"""
update customers_currenthealth h set
    {", ".join(f"{name} = c.{source}" for name, source in OF_CUSTOMER.items())}
from customers_customer c where c.id = h.customer_id;
update customers_currenthealth h set {_PROFILE_SETS}
from customers_successprofile n where n.customer_id = h.customer_id;
insert into customers_tally ({_NAMES})
select {_DIMENSIONS}, {_COUNTED} from (select 1 as n, {_READ} from customers_currenthealth) r
group by {_DIMENSIONS};
"""
TRIGGERS = (
    FIRST
    + COPY
    + _push("customers_push_customer", "customers_customer", "id", OF_CUSTOMER)
    + _push("customers_push_profile", "customers_successprofile", "customer_id", OF_PROFILE)
    + COUNT
)
