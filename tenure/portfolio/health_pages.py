"""The page of a customer's health: between any two days, and as of any day."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tenure.customers.models import Customer
from tenure.health.history import scores_of
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.portfolio.health_view import HealthView, health_view
from tenure.portfolio.pages import customer_of, shell_of
from tenure.portfolio.ranges import Days, RangeForm

SCORES_ON_A_PAGE = 50
QUICK_RANGES = (30, 90, 365)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def customer_health(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    customer = customer_of(request, customer_id)
    asked = RangeForm(request.GET)
    days = asked.days
    view = health_view(customer, days)
    scores = scores_of(customer, days.last).select_related("scorecard")
    page = Paginator(scores, SCORES_ON_A_PAGE).get_page(request.GET.get("page"))
    shown = shell_of(request, customer, "health")
    shown |= {"health": view, "days": days, "page": page, "form": asked}
    newest = scores.first()
    if newest and newest.scorecard_id is None:
        shown["entered"] = newest
    if view is None:
        shown["oldest"] = scores_of(customer).filter(scorecard__isnull=False).last()
    elif asked.is_valid():
        shown |= _choice(customer, view, days)
    return render(request, "portfolio/health.html", shown)


def _choice(customer: Customer, view: HealthView, days: Days) -> dict[str, Any]:
    """What is chosen, what else could be, and what there is to say about it."""
    last = days.last or view.now.day
    start = days.first or (view.before.day if view.before else None)
    newest = customer.current_health
    newest_day = newest.known_until or (newest.recorded_at and newest.recorded_at.date())
    return {
        "form": RangeForm(initial={"from": start, "to": last}),
        "ranges": [(count, _back(last, count)) for count in QUICK_RANGES],
        "as_of": last if newest_day and view.now.day < newest_day else None,
        "is_short": bool(days.first and view.before and view.before.day > days.first),
    }


def _back(last: date, count: int) -> Days:
    return Days(last - timedelta(days=count), last)
