"""What feeds had told by a day."""

from collections.abc import Sequence
from datetime import date

from django.db import connection

from tenure.proof.queries.asking import rows

# Contracts are known long before anybody's behaviour is: they begin a story only where nothing else does.
FIRST_DAY = """
select coalesce(
    least((select min(day) from usage_dailyusage), (select min(opened_at)::date from support_ticket),
          (select min(answered_at)::date from surveys_surveyanswer)),
    (select min(starts_on) from contracts_contract))
"""

# As tenure.health.facts.known_until, for many days at once.
KNOWN = """
select d.day, greatest(
    (select max(day) from usage_dailyusage where day <= d.day),
    (select max(opened_at)::date from support_ticket where opened_at < d.day + 1),
    (select max(starts_on) from contracts_contract where starts_on <= d.day),
    (select max(ends_on) from contracts_contract where ends_on <= d.day))
from unnest(%(days)s::date[]) as d(day)
"""


def first_day() -> date | None:
    """The first day of which anything is held that could be measured."""
    found: date | None = rows(FIRST_DAY)[0][0]
    return found


def known_on(days: Sequence[date]) -> dict[date, date]:
    """For each day the last one up to it that any feed told of; without an entry where none did."""
    return {day: known for day, known in rows(KNOWN, days=list(days)) if known}


def know_sizes() -> None:
    """Nobody else counts the rows of a partitioned table as a whole; without that, reading the
    usage of some thousand past days goes by a plan that takes thirty times as long."""
    with connection.cursor() as cursor:
        cursor.execute("analyze usage_dailyusage")
