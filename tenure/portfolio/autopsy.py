"""The page that looks back at a customer that left: what the data showed, and what was done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tenure.customers.models import Customer
from tenure.health.charts import plot_health
from tenure.health.plots import Event
from tenure.health.rules import level_of
from tenure.plans.models import Milestone, SuccessPlan
from tenure.programme.scorecard import Scorecard
from tenure.proof.autopsy import Autopsy, autopsy
from tenure.reviews.models import BusinessReview

WIDE, NARROW = 780, 358
DAYS_OF_A_MARK = 21  # that its circle takes on the narrow chart


@dataclass(frozen=True)
class Moment:
    """Something on a day before the leaving: a sign in the data, somebody who went, or a deed of
    ours."""

    day: date
    kind: str  # "sign", "people", "ours" or "complaint"
    text: str
    lead_days: int


def autopsy_view(customer: Customer, card: Scorecard, today: date) -> dict[str, Any]:
    found = autopsy(customer, card, today)
    if found is None:
        return {"autopsy": None}
    line = found.line()
    marks = _marks(found)

    def plot(width: int) -> Any:
        return plot_health(line, marks, card.levels, width) if len(line) > 1 else None

    moments = sorted(_moments(found), key=lambda one: one.day)
    since = found.showed_since
    done = [one for one in moments if one.kind == "ours" and since and one.day >= since]
    return {
        "autopsy": found,
        "last_level": level_of(found.last_score, card) if found.last_score is not None else "",
        "line": line,
        "marks": marks,
        "wide": plot(WIDE),
        "narrow": plot(NARROW),
        "moments": moments,
        "done_since": len(done),
    } | _table(found)


def _table(found: Autopsy) -> dict[str, Any]:
    """Since when each sign held, with the days to the leaving."""
    good, fair = found.signs.below_good, found.signs.below_fair
    return {
        "signs": [
            (f"Health below {found.below:g}", good, found.lead(good.since)),
            ("Health at Poor", fair, found.lead(fair.since)),
        ],
        "gave_way": [(one, found.lead(one.since)) for one in found.gave_way],
        "dropped_lead": found.lead(found.signs.dropped),
        "shown_lead": found.lead(found.shown_since),
    }


def _signs(found: Autopsy) -> Iterator[tuple[date, str]]:
    """The signs that lasted, by day."""
    signs = found.signs
    halved: dict[date, list[str]] = {}
    for one in found.gave_way:
        halved.setdefault(one.since, []).append(one.evidence)
    told = [
        (
            signs.dropped,
            f"Health had fallen by more than {found.drop_points:g} in four weeks, for good",
        ),
        (signs.below_good.since, f"Health went below {found.below:g} and stayed there"),
        (signs.below_fair.since, "Health went to Poor and stayed there"),
        *((day, f"Fell by more than half: {'; '.join(texts)}") for day, texts in halved.items()),
    ]
    yield from sorted((day, text) for day, text in told if day)


def _marks(found: Autopsy) -> list[Event]:
    """The signs that have room beside each other on the chart: since when it showed, then the first."""
    wanted = sorted(_signs(found), key=lambda sign: (sign[0] != found.showed_since, sign[0]))
    marks: list[Event] = []
    for day, text in wanted:
        if all(abs((day - mark.day).days) >= DAYS_OF_A_MARK for mark in marks):
            marks.append(Event(day, text))
    return sorted(marks, key=lambda mark: mark.day)


def _moments(found: Autopsy) -> Iterator[Moment]:
    for day, text in _signs(found):
        yield Moment(day, "sign", text, (found.left_on - day).days)
    for kind, day, text in _records(found.customer, (found.first, found.left_on)):
        yield Moment(day, kind, text, (found.left_on - day).days)


def _records(customer: Customer, within: tuple[date, date]) -> Iterator[tuple[str, date, str]]:
    for person in customer.stakeholders.filter(left_on__range=within):
        assert person.left_on
        yield "people", person.left_on, f"{person.name}, {person.get_role_display().lower()}, left"
    for ticket in customer.tickets.filter(opened_at__date__range=within, is_escalated=True):
        yield "complaint", ticket.opened_at.date(), "A ticket was escalated"
    for plan in SuccessPlan.objects.filter(customer=customer, starts_on__range=within):
        yield "ours", plan.starts_on, f"The plan “{plan.title}” began"
    steps = Milestone.objects.filter(plan__customer=customer, completed_on__range=within)
    for step in steps:
        assert step.completed_on
        yield "ours", step.completed_on, f"Milestone completed: {step.title}"
    reviews = BusinessReview.objects.filter(customer=customer, reviewed_at__date__range=within)
    for review in reviews:
        yield "ours", review.reviewed_at.date(), f"{review.get_review_type_display()} review held"
