"""Filling the metrics of a period: by customer the parts of each metric, and their sums by tier and CSM.

All set-based: each metric is one select into a table of the transaction (or one COPY), then one upsert
of the customers' rows and one insert of the sums. Done again, it comes to the same."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from tenure.foundation.audit.trail import Author, Machine, deed, tell
from tenure.foundation.web.templatetags.saying import money_words
from tenure.insights.metrics import REGISTRY
from tenure.insights.metrics.rule import Rule
from tenure.insights.metrics.stretch import Stretch
from tenure.insights.periods import Period
from tenure.programme.in_force import programme

STAGE = """
drop table if exists part, kept;
create temporary table part (
    customer_id uuid not null, code text not null, numerator float8, denominator float8
) on commit drop;
create temporary table kept (customer_id uuid primary key) on commit drop
"""
ROWS = """
with written as (insert into insights_periodmetrics (id, customer_id, period, period_type, parts, calculated_at,
    active_users, total_users, login_frequency, nps, csat, ces, support_tickets, created_at, updated_at)
select new_id(), p.customer_id, %(period)s, %(kind)s,
    jsonb_object_agg(p.code, jsonb_build_array(p.numerator, p.denominator)), %(at)s,
    max(p.numerator) filter (where p.code = 'mau' and p.numerator <= p.denominator),
    max(p.denominator) filter (where p.code = 'mau'),
    max(p.numerator / p.denominator) filter (where p.code = 'login_frequency'),
    max(100 * p.numerator / p.denominator) filter (where p.code = 'nps'),
    max(p.numerator / p.denominator) filter (where p.code = 'csat_mean'),
    max(p.numerator / p.denominator) filter (where p.code = 'ces'),
    max(p.numerator) filter (where p.code = 'ticket_volume'), %(at)s, %(at)s
from part p group by p.customer_id
on conflict (customer_id, period_type, period) do update set parts = excluded.parts,
    calculated_at = excluded.calculated_at, active_users = excluded.active_users,
    total_users = excluded.total_users, login_frequency = excluded.login_frequency,
    nps = excluded.nps, csat = excluded.csat, ces = excluded.ces,
    support_tickets = excluded.support_tickets, updated_at = excluded.updated_at
returning customer_id)
insert into kept select customer_id from written
"""
# Each feature by its number: which customers used it in the four weeks up to the end.
FEATURES = """
insert into part (customer_id, code, numerator, denominator)
select h.customer_id, 'feature:' || f.id, count(u.uses) filter (where u.uses > 0)::int::bool::int, 1
from (select distinct customer_id from usage_dailyusage where day >= %(first)s and day < %(until)s) h
cross join usage_feature f
left join usage_dailyusage u on u.customer_id = h.customer_id and u.feature_id = f.id
    and u.day >= %(first)s and u.day < %(until)s
where f.name <> ''
group by 1, 2
"""
GONE = """
update insights_periodmetrics m set parts = null, active_users = null, total_users = null,
    login_frequency = null, nps = null, csat = null, ces = null, support_tickets = null,
    calculated_at = %(at)s, updated_at = %(at)s
where m.period_type = %(kind)s and m.period = %(period)s and m.parts is not null
    and not exists (select from kept k where k.customer_id = m.customer_id)
"""
SUMS = """
insert into insights_metrictotal (id, period_type, period, code, tier, csm_id, numerator, denominator,
    customers, calculated_at, created_at, updated_at)
select new_id(), %(kind)s, %(period)s, p.code, c.tier, s.csm_id, sum(p.numerator), sum(p.denominator),
    count(*), %(at)s, %(at)s, %(at)s
from part p
join customers_customer c on c.id = p.customer_id
join customers_successprofile s on s.customer_id = p.customer_id
group by p.code, c.tier, s.csm_id
"""


def fill(period: Period, at: datetime, progress: Callable[[str], None] = lambda code: None) -> int:
    """Reckon all metrics of a period as far as it has passed; answers how many customers have any."""
    return _fill(period=period, progress=progress, by=Machine("Metrics"), at=at)


@deed("metrics.reckoned", "reckoned the metrics of {period} for {count} customers")
def _fill(*, period: Period, progress: Callable[[str], None], by: Author, at: datetime) -> int:
    last = min(period.last, at.date())
    told: dict[str, Any] = {"kind": period.kind.value, "period": period.code, "at": at}
    with connection.cursor() as cursor:
        cursor.execute(STAGE)
        stretches: dict[int | None, Stretch] = {}
        for rule in REGISTRY:
            if rule.facts:
                days = stretches.setdefault(rule.back_days, _stretch(rule, period.first, last))
                _stage(cursor, rule, days)
            progress(rule.code)
        cursor.execute(
            FEATURES, {"first": last - timedelta(days=27), "until": last + timedelta(days=1)}
        )
        cursor.execute("delete from part where numerator is null or denominator is null")
        cursor.execute("delete from part where denominator = 0 and numerator = 0")
        cursor.execute("analyze part")
        cursor.execute(ROWS, told)
        filled: int = cursor.rowcount
        cursor.execute(GONE, told)
        cursor.execute(
            "delete from insights_metrictotal where period_type = %(kind)s and period = %(period)s",
            told,
        )
        cursor.execute(SUMS, told)
    tell(period=period.code, count=filled)
    return filled


def _stretch(rule: Rule, first: date, last: date) -> Stretch:
    if rule.back_days is not None:
        first = last - timedelta(days=rule.back_days - 1)
    return Stretch(first, last)


def _stage(cursor: CursorWrapper, rule: Rule, days: Stretch) -> None:
    if callable(rule.facts):
        rows = list(rule.facts(days))  # it asks the same connection
        copied = "copy part (customer_id, code, numerator, denominator) from stdin"
        with cursor.copy(copied) as copy:
            for customer, numerator, denominator in rows:
                copy.write_row((customer, rule.code, float(numerator), float(denominator)))
        return
    told = programme().revenue
    facts: dict[str, Any] = {
        "first": days.first, "until": days.until, "gap": told.gap_days,
        "early": told.early_days, "code": rule.code, "money": money_words(),
    }  # fmt: skip
    cursor.execute(
        f"insert into part (customer_id, numerator, denominator, code) select f.*, %(code)s from ({rule.facts}) f",
        facts,
    )
