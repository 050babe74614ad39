"""Everything on a customer's page, gathered from all slices."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tenure.contracts.models import Contract
from tenure.customers.models import ChurnEvent, Customer, Stakeholder
from tenure.customers.words import StakeholderRole
from tenure.health import history
from tenure.health.charts import Event, Plot, plot_health
from tenure.health.explanation import Group, Snapshot, explain
from tenure.health.verdict import Verdict, verdict
from tenure.plans.models import Milestone, PlanStatus, SuccessPlan
from tenure.reviews.models import BusinessReview

WIDE, NARROW = 780, 358
MOST_EVENTS = 5
KEY_ROLES = (StakeholderRole.SPONSOR, StakeholderRole.CHAMPION)
ROLE_ORDER = list(StakeholderRole)


@dataclass(frozen=True)
class HealthView:
    """A customer's health: the score, what became of it, and why."""

    now: Snapshot
    before: Snapshot | None
    groups: tuple[Group, ...]
    verdict: Verdict
    line: list[tuple[date, int]]
    events: list[Event]
    wide: Plot | None
    narrow: Plot | None

    @property
    def moved(self) -> int | None:
        return self.now.score - self.before.score if self.before else None

    @property
    def largest_change(self) -> float:
        return max((abs(group.change or 0) for group in self.groups), default=0)

    @property
    def total(self) -> float:
        return sum(group.points for group in self.groups)

    @property
    def total_change(self) -> float:
        return sum(group.change or 0 for group in self.groups)

    @property
    def unknown(self) -> list[str]:
        return [reading.measure.title for group in self.groups for reading in group.unknown]


def health_view(customer: Customer) -> HealthView | None:
    """None while nothing was ever computed."""
    now, before = history.snapshots(customer)
    if now is None:
        return None
    groups = explain(now, before)
    line = history.line_of(customer)
    events = _events(customer, line[0][0], line[-1][0]) if len(line) > 1 else []
    levels = now.card.levels

    def plot(width: int) -> Plot | None:
        return plot_health(line, events, levels, width) if len(line) > 1 else None

    return HealthView(
        now=now,
        before=before,
        groups=groups,
        verdict=verdict(now, before, groups),
        line=line,
        events=events,
        wide=plot(WIDE),
        narrow=plot(NARROW),
    )


def _events(customer: Customer, first: date, last: date) -> list[Event]:
    """The newest things that happened while the line ran, oldest first."""
    within = (first, last)
    found = [
        *(
            Event(day or last, f"{name}, {StakeholderRole(role).label.lower()}, left")
            for day, name, role in customer.stakeholders.filter(
                left_on__range=within, role__in=KEY_ROLES
            ).values_list("left_on", "name", "role")
        ),
        *(
            Event(event.churned_on, f"Left: {event.get_reason_display().lower()}")
            for event in ChurnEvent.objects.filter(customer=customer, churned_on__range=within)
        ),
        *(
            Event(review.reviewed_at.date(), f"{review.get_review_type_display()} review")
            for review in BusinessReview.objects.filter(
                customer=customer, reviewed_at__date__range=within
            ).exclude(review_type="WEEKLY")
        ),
    ]
    by_day: dict[date, str] = {}
    for event in found:
        by_day[event.day] = "; ".join(filter(None, (by_day.get(event.day), event.text)))
    return [Event(day, text) for day, text in sorted(by_day.items())][-MOST_EVENTS:]


def rail(customer: Customer, today: date) -> dict[str, Any]:
    """What stands beside the health: plan, renewal, people, support."""
    plan = (
        SuccessPlan.objects.filter(customer=customer, status=PlanStatus.ACTIVE)
        .order_by("-starts_on")
        .first()
    )
    milestones = list(Milestone.objects.filter(plan=plan).order_by("due_on", "id")) if plan else []
    people = sorted(
        Stakeholder.objects.filter(customer=customer),
        key=lambda person: (person.has_left, ROLE_ORDER.index(StakeholderRole(person.role))),
    )
    return {
        "plan": plan,
        "milestones": [(step, step.is_late(today)) for step in milestones],
        "done": sum(step.is_completed for step in milestones),
        "late": sum(step.is_late(today) for step in milestones),
        "people": people[:5],
        "people_count": len(people),
        "running": Contract.objects.filter(customer=customer).running_on(today).count(),
        "open_tickets": customer.tickets.filter(closed_at=None).count(),
    }
