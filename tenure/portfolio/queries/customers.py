"""Which customers a list shows, in which order, and how they spread over the levels of health."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, F, OrderBy, Q, QuerySet, Sum
from django.db.models.functions import Lower

from tenure.customers.models import Customer
from tenure.customers.words import CustomerStatus
from tenure.people.models import Person
from tenure.portfolio.filters import ALL, CURRENT, NOBODY, UNSCORED, ListState, Sort
from tenure.programme.words import HealthLevel

ROWS_ON_A_PAGE = 50
WORST_FIRST = (HealthLevel.POOR, HealthLevel.FAIR, HealthLevel.GOOD, HealthLevel.EXCELLENT)

ORDERS: dict[Sort, list[OrderBy | str]] = {
    Sort.HEALTH: [F("current_health__score").asc(), "current_health__customer_id"],
    Sort.CHANGE: [F("current_health__month_delta").asc(nulls_last=True), "id"],
    Sort.NAME: [Lower("name").asc(), "id"],
    Sort.VALUE: ["-annual_contract_value", "-id"],
    Sort.RENEWAL: [F("next_renewal_on").asc(), "id"],
    Sort.CONTACT: [F("last_contact_at").asc(), "id"],
}


@dataclass(frozen=True)
class Band:
    """A level of health in the customers that match: how many, and what they are worth a year."""

    level: HealthLevel | None
    count: int
    value: Decimal

    @property
    def code(self) -> str:
        """As the address says it."""
        return self.level or UNSCORED


def matching(state: ListState, person: Person, today: date) -> QuerySet[Customer]:
    """The customers that the list's filters let through, levels of health left aside."""
    found = Customer.objects.visible_to(person).matching(state.q)
    if CURRENT in state.statuses:
        found = found.exclude(status=CustomerStatus.CHURNED)
    elif ALL not in state.statuses:
        found = found.filter(status__in=state.statuses)
    if state.tiers:
        found = found.filter(tier__in=state.tiers)
    if state.risks:
        found = found.filter(current_health__churn_risk__in=state.risks)
    if state.csm == NOBODY:
        found = found.filter(success_profile__csm=None)
    elif state.csm != ALL:
        found = found.filter(success_profile__csm_id=UUID(state.csm))
    if state.renewing:
        last = today + timedelta(days=state.renewing)
        found = found.filter(next_renewal_on__gte=today, next_renewal_on__lte=last)
    return found


def of_levels(found: QuerySet[Customer], levels: Sequence[str]) -> QuerySet[Customer]:
    if not levels:
        return found
    wanted = Q(current_health__level__in=[level for level in levels if level != UNSCORED])
    if UNSCORED in levels:
        wanted |= Q(current_health__level=None)
    return found.filter(wanted)


def page_of(found: QuerySet[Customer], sort: Sort, page: int) -> list[Customer]:
    """One page of customers with their health, their CSM's name and nothing more."""
    first = (page - 1) * ROWS_ON_A_PAGE
    rows = found.select_related("current_health", "success_profile__csm")
    rows = rows.only(
        "name", "tier", "status", "annual_contract_value", "next_renewal_on", "last_contact_at",
        "current_health", "success_profile__csm__name", "success_profile__customer",
    )  # fmt: skip
    return list(rows.order_by(*ORDERS[sort])[first : first + ROWS_ON_A_PAGE])


def bands(found: QuerySet[Customer]) -> list[Band]:
    """How the customers spread over the levels, worst first, those without a score last."""
    counted = {
        row["current_health__level"]: row
        for row in found.order_by()
        .values("current_health__level")
        .annotate(count=Count("id"), value=Sum("annual_contract_value"))
    }
    return [
        Band(level, counted[level]["count"], counted[level]["value"])
        for level in (*WORST_FIRST, None)
        if level in counted
    ]
