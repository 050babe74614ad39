"""The reviews of one customer: due, scheduled, held; and scheduling one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tenure.customers.models import Customer
from tenure.foundation.refusals import Refusal
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.portfolio.editing import editable_customer
from tenure.portfolio.pages import customer_of, shell_of
from tenure.portfolio.reviewing.agenda import propose_agenda
from tenure.portfolio.reviewing.completion import completion
from tenure.portfolio.reviewing.due import DueState
from tenure.portfolio.reviewing.forms import ScheduleForm, schedule_initial
from tenure.portfolio.reviewing.people import propose_attendees
from tenure.portfolio.reviewing.periods import YEAR, period_named, running
from tenure.portfolio.reviewing.reading import CustomerDue, read_dues
from tenure.portfolio.reviewing.since import since_last
from tenure.reviews import actions
from tenure.reviews.models import BusinessReview, PlannedReview, ReviewType

HELD_SHOWN = 50


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def customer_reviews(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    """POST schedules one, with an agenda and attendees proposed."""
    if request.method == "POST":
        customer = editable_customer(request, customer_id)
        form = ScheduleForm(request.POST)
        if form.is_valid():
            try:
                planned = _schedule(request, customer, form)
            except Refusal as refusal:
                form.add_error(None, refusal.message)
            else:
                messages.success(request, "It is scheduled, with an agenda proposed below.")
                return redirect("review", planned.id)
    else:
        customer, form = customer_of(request, customer_id), None
    shown: dict[str, Any] = shell_of(request, customer, "reviews") | _view(customer)
    shown["form"] = form or ScheduleForm(initial=_initial(request, shown["due"]))
    return render(request, "reviews/customer.html", shown, status=422 if form else 200)


def _schedule(request: PersonRequest, customer: Customer, form: ScheduleForm) -> PlannedReview:
    told, at = form.cleaned_data, timezone.now()
    kind: ReviewType = told["review_type"]
    return actions.schedule_review(
        customer=customer, review_type=kind, scheduled_at=form.moment,
        agenda=propose_agenda(since_last(customer, kind, at), kind),
        attendees=propose_attendees(customer, kind),
        facts={"minutes": told["minutes"], "place": told["place"],
               "organiser": customer.success_profile.csm or request.user},
        by=request.user, at=at,
    )  # fmt: skip


def _view(customer: Customer) -> dict[str, Any]:
    now = timezone.now()
    today = timezone.localdate(now)
    found = read_dues(running(today), now, customer.id)
    year = read_dues(period_named(YEAR, today), now, customer.id)
    planned = PlannedReview.objects.filter(customer=customer).select_related("organiser")
    held = BusinessReview.objects.filter(customer=customer).order_by("-reviewed_at", "-id")
    return {
        "due": [one for one in found if one.due.state == DueState.DUE],
        "total": completion(year),
        "ahead": planned.ahead().order_by("scheduled_at", "id"),
        "off": planned.filter(state__in=("MISSED", "CANCELLED")).order_by("-scheduled_at")[:20],
        "held": held[:HELD_SHOWN],
        "now": now,
        "day": today,
    }


def _initial(request: PersonRequest, due: list[CustomerDue]) -> dict[str, Any]:
    """What is due first, unless the address names another kind."""
    wanted = request.GET.get("type", "")
    first = next((one for one in due if wanted in ("", one.due.cadence)), None)
    kind = wanted if ReviewType.has(wanted) else first.due.cadence.value if first else "QUARTERLY"
    kind = kind if ReviewType.has(kind) else "WEEKLY"
    day = first.proposed_on if first and first.proposed_on else timezone.localdate()
    return schedule_initial(ReviewType(kind), day)
