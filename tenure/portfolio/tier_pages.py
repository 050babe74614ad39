"""The board of tiers, the clock of support, and a customer's tier with what it is promised."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenure.customers.models import Customer
from tenure.foundation.refusals import Refusal
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.portfolio.editing import editable_customer
from tenure.portfolio.pages import shell_of
from tenure.portfolio.promises import MONTHS, going_clocks, kept_since_months
from tenure.portfolio.said_pages import looked_up
from tenure.portfolio.tier_board import board_of, rows
from tenure.portfolio.tier_view import clock_groups, tier_view
from tenure.programme.in_force import tiers
from tenure.programme.words import Tier
from tenure.tiering import actions
from tenure.tiering.forms import TierForm
from tenure.tiering.models import TierChange
from tenure.tiering.rules.kept import counted
from tenure.tiering.rules.months import next_period
from tenure.tiering.words import ChangeState

CHANGES_SHOWN = 50


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def board(request: PersonRequest) -> HttpResponse:
    kept = kept_since_months(timezone.now())
    shown = board_of(counted(kept.lines), today())
    changes = TierChange.objects.visible_to(request.user).select_related("customer")
    here = changes.exclude(customer__status="CHURNED")
    proposed = here.filter(state=ChangeState.PROPOSED).order_by("notice_by", "proposed_on", "id")
    announced = here.filter(state=ChangeState.ANNOUNCED).order_by("takes_effect_on", "id")
    asked = [*proposed[:CHANGES_SHOWN], *announced[:CHANGES_SHOWN]]
    theirs = TierChange.objects.editable_by(request.user).filter(id__in=[one.id for one in asked])
    mine = set(theirs.values_list("id", flat=True))
    told = {
        "columns": shown,
        "rows": rows(shown),
        "since": kept.since,
        "months": MONTHS,
        "proposed": [(one, one.id in mine) for one in asked if one.state == ChangeState.PROPOSED],
        "announced": [(one, one.id in mine) for one in asked if one.state == ChangeState.ANNOUNCED],
        "undecided": proposed.count(),
        "may_review": request.user.may(Permission.CUSTOMERS_EDIT_ALL),
        "next_review": next_period(today(), tiers().moving.every_months),
        "day": today(),
        "back": request.path,
    }
    return render(request, "tiering/board.html", told)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def clock(request: PersonRequest) -> HttpResponse:
    """Open tickets with what their customers are promised, the most pressing first."""
    at = timezone.now()
    clocks = going_clocks(at)
    mine = request.GET.get("owner") == "mine"
    if mine:
        theirs = Customer.objects.owned_by(request.user)
        own = set(theirs.values_list("id", flat=True))
        clocks = [one for one in clocks if one.ticket.customer in own]
    told = {"groups": clock_groups(clocks, at), "count": len(clocks), "mine": mine, "at": at}
    return render(request, "tiering/clock.html", told)


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def customer_tier(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    """Why a customer is in its tier, what it is promised and what was kept; and its tier by hand."""
    customer = looked_up(request, customer_id)
    form = TierForm(request.POST or None, now=Tier(customer.tier))
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_tier(
                customer=customer, by=request.user, at=timezone.now(), **form.cleaned_data
            )
        except Refusal as refusal:
            for name, words in refusal.fields.items():
                form.add_error(name, words)
        else:
            messages.success(request, f"{customer} is in {form.cleaned_data['tier'].label} now.")
            return redirect("customer-tier", customer.id)
    shown = shell_of(request, customer, "tier") | tier_view(customer, timezone.now())
    open_change = shown["open_change"]
    shown |= {"form": form, "back": request.path, "day": today()}
    shown["open_changes"] = [(open_change, shown["may_edit"])] if open_change else []
    return render(request, "portfolio/tier.html", shown, status=422 if form.errors else 200)


@require_POST
@requires(Permission.CUSTOMERS_EDIT)
def reset(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    customer = editable_customer(request, customer_id)
    change = actions.reset_tier(customer=customer, by=request.user, at=timezone.now())
    said = f" It should be in {change.get_to_tier_display()}: decide below." if change else ""
    messages.success(request, f"The tier of {customer} moves by review again.{said}")
    return redirect("customer-tier", customer.id)
