"""What people and other systems said of customers, as facts to measure by: pulses and readings.

A reported reading wins over what Tenure would compute, for as long as its measure looks back.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import numpy as np
from django.db import connection

from tenure.foundation.database.columns import Asked, Numbers, numbers
from tenure.health.measures import MEASURE_BY_CODE, Measure
from tenure.health.measures.measure import Facts
from tenure.health.models import ReportedReading
from tenure.programme.scorecard import Scorecard

FOR_EVER = 36_500
DAYS_OF_WHAT_IS_SO_NOW = 90  # a measure without a window says what is so until it is said anew
# The last word by the end of the day; if that has expired by then, nothing is known.
PULSES = """
select a.place, 25.0 * (p.rating - 1) as csm_pulse, a.day - p.given_at::date as pulse_age_days
from asked a
join lateral (
    select rating, given_at, expires_on from health_pulse
    where customer_id = a.customer_id and given_at < a.day + 1
      and (withdrawn_at is null or withdrawn_at >= a.day + 1)
    order by given_at desc limit 1
) p on p.expires_on > a.day
"""
REPORTED = """
select a.place, r.value, (a.day - r.day)::float as age
from asked a
join lateral (
    select value, day from health_reportedreading
    where customer_id = a.customer_id and code = %(code)s
      and day between a.day - %(lasts)s + 1 and a.day
    order by day desc limit 1
) r on true
"""
EVER_REPORTED = """
select m.code from unnest(%s::text[]) as m(code)
where exists (select from health_reportedreading r where r.code = m.code)
"""


def said_facts(asked: Asked) -> dict[str, Numbers]:
    """The pulse of each customer, and each measure that was ever reported, both with their ages."""
    facts = numbers(PULSES, asked)
    for code in _codes_reported():
        days = lasting_days(MEASURE_BY_CODE[code])
        found = numbers(REPORTED, asked, code=code, lasts=days)
        facts |= {_named(code): found["value"], _age_named(code): found["age"]}
    return facts


def reported(facts: Facts, card: Scorecard) -> Numbers:
    """n x m, in the scorecard's order: what was reported, each in its own unit; NaN where nothing
    was."""
    return _laid_out([_named(measure.code) for measure in card.measures], facts)


def reported_ages(facts: Facts, card: Scorecard) -> Numbers:
    """n x m: how many days old what was reported is; NaN where nothing was."""
    return _laid_out([_age_named(measure.code) for measure in card.measures], facts)


def reported_by(customer_id: UUID, day: date) -> dict[str, ReportedReading]:
    """By code of a measure the reported reading that counts for a customer on a day."""
    readings = ReportedReading.objects.filter(customer=customer_id, day__lte=day)
    newest = readings.order_by("code", "-day").distinct("code")
    return {
        reading.code: reading
        for reading in newest
        if reading.code in MEASURE_BY_CODE
        and (day - reading.day).days < lasting_days(MEASURE_BY_CODE[reading.code])
    }


def lasting_days(measure: Measure) -> int:
    """How many days a reported reading stands for its measure: as long as the measure looks back."""
    number, _, unit = measure.window.partition(" ")
    if number.isdecimal():
        return int(number) if unit == "days" else round(int(number) * 365 / 12)
    return FOR_EVER if measure.window == "once" else DAYS_OF_WHAT_IS_SO_NOW


def _codes_reported() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(EVER_REPORTED, [list(MEASURE_BY_CODE)])
        return sorted(code for (code,) in cursor.fetchall())


def _laid_out(names: Sequence[str], facts: Facts) -> Numbers:
    unknown: Any = np.full_like(next(iter(facts.values())), np.nan)
    return np.stack([facts.get(name, unknown) for name in names], axis=1)


def _named(code: str) -> str:
    return f"reported_{code}"


def _age_named(code: str) -> str:
    return f"reported_{code}_age_days"
