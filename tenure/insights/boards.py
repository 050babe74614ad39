"""What the dashboards list, each in one bounded question."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, Sum

from tenure.alerts.models import Alert
from tenure.alerts.words import AlertRule, AlertState
from tenure.customers.models import CurrentHealth, Customer
from tenure.expansion.models import Opportunity
from tenure.expansion.words import OpportunityState
from tenure.foundation.audit.models import Deed
from tenure.foundation.audit.sentences import sentences
from tenure.insights.figure import Scope
from tenure.onboarding.board import cards, columns
from tenure.onboarding.models import Onboarding
from tenure.onboarding.words import OnboardingState
from tenure.programme.words import HealthLevel
from tenure.recovery.models import Case
from tenure.recovery.words import CaseState
from tenure.reviews.models import BusinessReview
from tenure.work.models import Task, Touchpoint
from tenure.work.words import TaskState, TouchpointState

MOST, WEEK = 8, 7


def _of(scope: Scope, customer: str = "customer__", csm: str = "") -> Q:
    """Rows of the customers of a tier, and of a CSM's book."""
    asked = {f"{customer}tier": scope.tier, csm or f"{customer}success_profile__csm": scope.csm}
    return Q(**{field: wanted for field, wanted in asked.items() if wanted})


def by_health(scope: Scope) -> list[tuple[HealthLevel | None, int, Any]]:
    """How many customers stand where, and what they are worth; last those without a score."""
    rows = CurrentHealth.objects.exclude(status="CHURNED").filter(_of(scope))
    told = {
        level: (count, value)
        for level, count, value in rows.values("level").annotate(
            n=Count("customer"), v=Sum("annual_value")
        ).values_list("level", "n", "v")
    }  # fmt: skip
    return [(level, *told.get(level and level.value, (0, 0))) for level in (*HealthLevel, None)]


def at_risk(scope: Scope) -> list[Case]:
    rows = Case.objects.filter(_of(scope), state=CaseState.OPEN).select_related(
        "customer__current_health", "customer__success_profile__csm"
    )
    return list(rows.order_by("-customer__annual_contract_value", "id")[:MOST])


def might_grow(scope: Scope) -> list[Opportunity]:
    states = [OpportunityState.FOUND.value, OpportunityState.PURSUED.value]
    rows = Opportunity.objects.filter(_of(scope), state__in=states, is_over=False)
    return list(rows.select_related("customer").order_by("-estimated_revenue", "id")[:MOST])


def renewing(scope: Scope, day: date, days: int) -> list[Customer]:
    rows = Customer.objects.filter(
        _of(scope, customer=""), next_renewal_on__range=(day, day + timedelta(days=days))
    ).exclude(status="CHURNED")
    return list(rows.select_related("current_health").order_by("next_renewal_on", "id")[:MOST])


def touchpoints_ahead(scope: Scope, day: date) -> list[Touchpoint]:
    rows = Touchpoint.objects.filter(
        _of(scope), state=TouchpointState.PLANNED, planned_on__lte=day + timedelta(days=WEEK)
    )
    return list(rows.select_related("customer", "owner").order_by("planned_on", "id")[:MOST])


def tasks_open(scope: Scope) -> list[Task]:
    rows = Task.objects.filter(_of(scope, csm="owner"), state=TaskState.OPEN).select_related(
        "customer", "owner"
    )
    return list(rows.order_by(F("due_on").asc(nulls_last=True), "id")[:MOST])


def latest(csm: UUID | None) -> list[Any]:
    deeds = (
        Deed.objects.filter(by_id=csm) if csm else Deed.objects.filter(customer_id__isnull=False)
    )
    return list(sentences(list(deeds.order_by("-at", "-id")[:MOST])))


def pipeline(day: date) -> list[tuple[str, int, int, int]]:
    """By phase of the onboarding how many are there, late and stuck."""
    found = Onboarding.objects.filter(state=OnboardingState.IN_PROGRESS).select_related(
        "customer__success_profile__csm"
    )
    told = columns(cards(list(found[:300]), day))
    return [
        (one.title, len(one.cards), sum(bool(card.progress.late) for card in one.cards),
         sum(card.progress.is_stuck for card in one.cards))
        for one in told
    ]  # fmt: skip


def reviews_of_late(day: date) -> list[BusinessReview]:
    rows = BusinessReview.objects.filter(reviewed_at__date__lte=day).select_related("customer")
    return list(rows.order_by("-reviewed_at", "id")[:MOST])


def alerts_by_rule() -> list[tuple[AlertRule, int]]:
    rows = Alert.objects.filter(state=AlertState.OPEN).values_list("rule").annotate(n=Count("id"))
    return [(AlertRule(rule), count) for rule, count in sorted(rows, key=lambda row: -row[1])]
