"""Readings that other systems take of customers and report: kept one a customer, measure and day."""

from collections.abc import Mapping
from datetime import date, datetime
from math import isfinite
from typing import Literal

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Invalid
from tenure.health.measures import MEASURE_BY_CODE
from tenure.health.models import ReportedReading

type Outcome = Literal["created", "changed", "unchanged"]

# What a measure can be at all, in its own unit. A percentage may pass 100: KPIs do.
LIMITS: Mapping[str, tuple[float, float]] = {
    "nps": (-100, 100),
    "csat": (1, 5),
    "ticket_satisfaction": (1, 5),
    "renewal_intent": (0, 100),
    "csm_pulse": (0, 100),
    "payment_history": (0, 100),
    "contract_compliance": (0, 100),
    "feature_adoption": (0, 100),
    "goal_attainment": (0, 100),
}
OTHERS = (0.0, 1e9)


class UnknownMeasure(Invalid):
    """There is no measure of this code."""


class ImpossibleValue(Invalid):
    """The measure cannot be this."""


class NotYet(Invalid):
    """A reading of a day that has not come."""


@deed("reading.reported", "reported {measure} of {subject}: {value}")
def report_reading(
    *,
    customer: Customer,
    measure: str,
    day: date,
    value: float,
    source: str,
    by: Author,
    at: datetime,
) -> tuple[ReportedReading, Outcome]:
    """Keep what another system measured. The same again changes nothing; another value for the day
    takes the first one's place, and the trail keeps both."""
    refuse_impossible(measure, day, value, at)
    same_day = ReportedReading.objects.filter(customer=customer, code=measure, day=day)
    reading = same_day.select_for_update(no_key=True).first()
    if reading and (reading.value, reading.source) == (value, source):
        leave_no_trace()
        return reading, "unchanged"
    outcome: Outcome = "changed" if reading else "created"
    reading = reading or ReportedReading(customer=customer, code=measure, day=day)
    reading.value, reading.source, reading.recorded_by = value, source, str(by)
    save(reading)
    known = MEASURE_BY_CODE[measure]
    tell(
        customer_id=customer.id,
        subject=customer.name,
        measure=known.title,
        value=f"{known.figure(value)} {known.unit} on {day:%-d %B %Y}",
    )
    return reading, outcome


def refuse_impossible(code: str, day: date, value: float, at: datetime) -> None:
    if code not in MEASURE_BY_CODE:
        words = f"There is no measure “{code[:50]}”; there are {', '.join(MEASURE_BY_CODE)}."
        raise UnknownMeasure(words, {"measure": words})
    low, high = limits_of(code)
    if not (isfinite(value) and low <= value <= high):
        words = f"{MEASURE_BY_CODE[code].title} goes from {low:g} to {high:,.0f}."
        raise ImpossibleValue(words, {"value": words})
    if day > at.date():
        words = "A reading is of a day that has come."
        raise NotYet(words, {"day": words})


def limits_of(code: str) -> tuple[float, float]:
    return LIMITS.get(code, OTHERS)
