"""What became of a customer since its last review: the material of an agenda and of a deck."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from tenure.customers.models import Customer
from tenure.onboarding.models import ValueEntry
from tenure.portfolio.health_view import HealthView, health_view
from tenure.portfolio.ranges import Days
from tenure.portfolio.records.usage import usage_by_day
from tenure.portfolio.reviewing.months import UsageMonth, usage_months
from tenure.portfolio.reviewing.plans import Plans
from tenure.portfolio.reviewing.support import Support
from tenure.programme.in_force import programme
from tenure.reviews.models import BusinessReview, ReviewType
from tenure.tiering.rules.cadence import STANDS_FOR
from tenure.tiering.rules.months import plus_months
from tenure.tiering.words import Keeping
from tenure.usage.queries import last_day_reported
from tenure.work.models import Task
from tenure.work.words import Origin, TaskState

MONTHS_SHOWN = 12
USUAL_DAYS = 90
UNTOLD = ("renewal_intent", "expansion_revenue")
"""Measures that no customer is shown: whether we think that it renews, and what it buys more."""
LATE = (Keeping.MISSED, Keeping.BREACHED)


@dataclass(frozen=True)
class Since:
    """A customer between two days. Each part is asked for when it is needed, and once."""

    customer: Customer
    first: date
    last: date
    at: datetime
    before: BusinessReview | None
    """The last review that looked as far as this one."""

    @property
    def chart_from(self) -> date:
        return plus_months(self.last.replace(day=1), -MONTHS_SHOWN)

    @cached_property
    def health(self) -> HealthView | None:
        return health_view(self.customer, Days(self.first, self.last))

    @cached_property
    def usage(self) -> list[UsageMonth]:
        rows = usage_by_day(self.customer, self.chart_from, self.last)
        days = [(day, users, logins) for day, users, _, _, logins, *_ in rows]
        return usage_months(days, self.chart_from, last_day_reported(self.last))

    @cached_property
    def support(self) -> Support:
        return Support(self.customer, self.first, self.last, self.at, self.chart_from)

    @cached_property
    def plans(self) -> Plans:
        return Plans(self.customer, self.first, self.last)

    @cached_property
    def values(self) -> list[ValueEntry]:
        """All that was ever written down; `new_values` are those of the time between."""
        found = ValueEntry.objects.filter(customer=self.customer, achieved_on__lte=self.last)
        return list(found.order_by("achieved_on", "id"))

    @property
    def new_values(self) -> list[ValueEntry]:
        return [one for one in self.values if one.achieved_on >= self.first]

    @cached_property
    def open_items(self) -> list[Task]:
        """What was agreed on in earlier reviews and is still to be done."""
        found = Task.objects.filter(
            customer=self.customer, origin=Origin.REVIEW, state=TaskState.OPEN
        )
        return list(found.select_related("owner").order_by("due_on", "id"))


def since_last(
    customer: Customer, kind: ReviewType, at: datetime, day: date | None = None
) -> Since:
    """From the last review that looked as far as this one; else from the start of the contract, or
    as long back as its cadence is."""
    zone = programme().calendar.zone
    today = at.astimezone(zone).date()
    day = min(day or today, today)
    held = BusinessReview.objects.filter(customer=customer, reviewed_at__lt=at)
    as_far = [word.value for word in ReviewType if STANDS_FOR[word] >= STANDS_FOR[kind]]
    before = held.filter(review_type__in=as_far).order_by("-reviewed_at", "-id").first()
    if before is not None:
        first = before.reviewed_at.astimezone(zone).date()
    else:
        first = max(customer.contract_starts_on, _back(day, kind))
    return Since(customer, min(first, day), day, at, before)


def _back(day: date, kind: ReviewType) -> date:
    days: dict[Any, int] = {"WEEKLY": 7, "MONTHLY": 30, "ANNUAL": 365, "STRATEGIC": 365}
    return day - timedelta(days=days.get(kind, USUAL_DAYS))
