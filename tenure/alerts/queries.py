"""Opening and ending alerts, for any number of customers in one statement."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from tenure.alerts.rules import Facts

# The facts of each customer asked about. Use is looked up only where the feed tells of anybody's:
# the last day of use, and the last day of which anything is reported.
FACTS = """
with asked as materialized (
    select h.customer_id, h.status = 'CHURNED' as has_left, h.score, h.previous_score, h.confidence,
        used.day as used_on, %(reported)s::date as reported_on
    from customers_currenthealth h
    left join lateral (
        select u.day from usage_dailyusage u
        where %(reported)s::date is not null and u.customer_id = h.customer_id
            and u.day <= %(reported)s::date
            and greatest(u.active_users, u.logins, u.uses, u.seconds) > 0
        order by u.day desc limit 1
    ) used on true
    where h.customer_id = any(%(ids)s::uuid[])
)
"""
# What opens an alert, and for how long it goes on. `f` are the facts, `a` an alert that is there.
FIRES = {
    "RED_ZONE": "f.score < %(fair)s",
    "BELOW_THRESHOLD": "f.score < %(good)s and coalesce(f.previous_score, %(good)s) >= %(good)s",
    "SIGNIFICANT_DROP": "f.previous_score - f.score > %(drop)s",
    "STALE_DATA": "f.confidence < %(confidence)s",
    "SILENT_CUSTOMER": "f.reported_on - f.used_on >= %(silent)s"
    " and f.reported_on - f.used_on < %(silent)s + %(used_before)s",
}
GOES_ON = {
    "RED_ZONE": "f.score < %(fair)s",
    "BELOW_THRESHOLD": "f.score < %(good)s",
    "SIGNIFICANT_DROP": "f.score < a.previous_score",
    "STALE_DATA": "f.confidence < %(confidence)s",
    "SILENT_CUSTOMER": "f.reported_on - f.used_on >= %(silent)s",
}
# Both look at the alerts as they were before, which is right: what fires also goes on, so that no
# alert is ended whose place another one would take.
END_AND_OPEN = (
    FACTS
    + f"""
, ended as (
    update alerts_alert a set is_over = true, updated_at = now(),
        state = 'RESOLVED', snoozed_until = null,
        resolved_at = coalesce(a.resolved_at, %(at)s),
        outcome = coalesce(a.outcome, case when f.has_left then 'CHURNED' else 'RECOVERED' end)
    from asked f
    where a.customer_id = f.customer_id and not a.is_over
        and (f.has_left or not coalesce(case a.rule
            {" ".join(f"when '{rule}' then {goes_on}" for rule, goes_on in GOES_ON.items())}
        end, false))
    returning 1
), opened as (
    insert into alerts_alert
        (id, customer_id, rule, opened_at, score, previous_score, silent_since, owner_id, created_at)
    select new_id(), f.customer_id, fired.rule, %(at)s, f.score, f.previous_score,
        case when fired.rule = 'SILENT_CUSTOMER' then f.used_on end, p.csm_id, %(at)s
    from asked f
    cross join lateral (values {", ".join(f"('{rule}', {fires})" for rule, fires in FIRES.items())}
    ) as fired(rule, holds)
    join customers_successprofile p on p.customer_id = f.customer_id
    where ({" or ".join(FIRES.values())}) and fired.holds and not f.has_left and not exists (
        select from alerts_alert a
        where a.customer_id = f.customer_id and a.rule = fired.rule and not a.is_over
    )
    on conflict do nothing
    returning 1
)
select (select count(*) from ended), (select count(*) from opened)
"""
)
WAKE = """
update alerts_alert set state = 'OPEN', snoozed_until = null, updated_at = now()
where state = 'SNOOZED' and snoozed_until <= %s
"""


def end_and_open(ids: Iterable[UUID | str], told: Mapping[str, Any]) -> tuple[int, int]:
    """End what came to an end and open what began; answers how many alerts of either."""
    given = dict(told) | {"ids": "{" + ",".join(map(str, ids)) + "}"}
    with connection.cursor() as cursor:
        cursor.execute(END_AND_OPEN, given)
        ended, opened = cursor.fetchone()
    return ended, opened


def facts_of(customer_id: UUID, reported_on: date | None) -> Facts:
    """What the rules are asked about one customer."""
    told = {"ids": f"{{{customer_id}}}", "reported": reported_on}
    with connection.cursor() as cursor:
        cursor.execute(
            FACTS + "select has_left, score, previous_score, confidence, used_on, reported_on from asked",
            told,
        )  # fmt: skip
        return Facts(*cursor.fetchone())


def wake(day: date) -> int:
    with connection.cursor() as cursor:
        cursor.execute(WAKE, [day])
        woken: int = cursor.rowcount
    return woken
