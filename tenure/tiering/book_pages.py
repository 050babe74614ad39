"""The books of CSMs: how full each is, who has none, and moving customers between them."""

from decimal import Decimal
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from tenure.customers import actions as customers
from tenure.customers.models import Customer
from tenure.foundation.refusals import Refusal
from tenure.people.guards import PersonRequest, requires
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.programme.in_force import tiers
from tenure.programme.words import Tier
from tenure.tiering.forms import MoveForm, WantedForm
from tenure.tiering.proposals import suggested
from tenure.tiering.queries.books import books, wanted_for, without_csm
from tenure.tiering.rules.books import Wanted
from tenure.tiering.shelves import shelf

SUGGESTIONS = 3
SHOWN_WITHOUT = 20
ROWS = 100


@require_GET
@requires(Permission.CUSTOMERS_ASSIGN)
def all_books(request: PersonRequest) -> HttpResponse:
    known = tiers()
    shelves = sorted(
        (shelf(book, known) for book in books()), key=lambda one: (-one.load, one.name)
    )
    nobodys = without_csm(known)
    waiting = list(nobodys.select_related("success_profile__csm")[:SHOWN_WITHOUT])
    shown = {
        "shelves": shelves,
        "promises": known.tier,
        "warned_from": known.books.warned_from_percent,
        "over": sum(one.is_over for one in shelves),
        "nearly": sum(one.is_nearly for one in shelves),
        "without": nobodys.count(),
        "waiting": [(one, suggested(wanted_for(one))[:SUGGESTIONS]) for one in waiting],
        "back": reverse("books"),
    }
    return render(request, "tiering/books.html", shown)


@require_GET
@requires(Permission.CUSTOMERS_ASSIGN)
def one_book(request: PersonRequest, person_id: UUID) -> HttpResponse:
    csm = get_object_or_404(Person, id=person_id)
    known = tiers()
    found = books([csm.id])[0]
    theirs = Customer.objects.current().filter(success_profile__csm=csm)
    rows = theirs.select_related("current_health").order_by("tier", "name", "id")
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    others = [shelf(book, known) for book in books() if book.csm != csm.id]
    shown = {
        "csm": csm,
        "shelf": shelf(found, known),
        "page": page,
        "others": sorted(others, key=lambda one: (one.load, one.name)),
        "back": request.path,
    }
    return render(request, "tiering/book.html", shown)


@require_POST
@requires(Permission.CUSTOMERS_ASSIGN)
def move(request: PersonRequest) -> HttpResponse:
    """Put a customer into another book."""
    form = MoveForm(request.POST, person=request.user)
    back = request.POST.get("back", "")
    target = back if back.startswith(reverse("books")) else reverse("books")
    if not form.is_valid():
        messages.error(request, "Choose a customer and the CSM who looks after it from now on.")
        return redirect(target)
    customer, csm = form.cleaned_data["customer"], form.cleaned_data["csm"]
    try:
        customers.assign_customer(customer=customer, csm=csm, by=request.user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, f"{customer} is in the book of {csm or 'nobody'}.")
    return redirect(target)


@require_GET
@requires(Permission.CUSTOMERS_ASSIGN)
def suggestions(request: PersonRequest) -> HttpResponse:
    """Who could look after a customer of which only this much is known."""
    form = WantedForm(request.GET)
    told = form.cleaned_data if form.is_valid() else {}
    known = tiers()
    value = told.get("annual_contract_value")
    tier = Tier(told["tier"]) if told.get("tier") else known.of_value(value or Decimal(0))
    wanted = Wanted(tier, told.get("industry", ""))
    shown = {
        "suggestions": suggested(wanted)[:SUGGESTIONS],
        "tier": tier,
        "form": form,
        "industry": wanted.industry,
    }
    is_fragment = bool(request.htmx)  # type: ignore[attr-defined]
    return render(
        request, f"tiering/suggestions.html{'#suggestions' if is_fragment else ''}", shown
    )
