"""Revenue and its movements, and the customers behind each figure."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tenure.customers.models import Customer
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.programme.words import Tier
from tenure.revenue.bars import HEIGHT, WIDTH, bars
from tenure.revenue.forms import MONTHS, RangeOfRevenueForm
from tenure.revenue.ledger import Ledger, month_ends, movements
from tenure.revenue.view import Asked, rows_of, units, whole
from tenure.revenue.words import Movement

ROWS = 100


def _told(request: PersonRequest) -> dict[str, Any]:
    form = RangeOfRevenueForm(request.GET)
    form.is_valid()
    return form.cleaned_data


def _asked(told: dict[str, Any]) -> Asked:
    return Asked(told.get("months") or 12, told.get("tier") or "", told.get("csm"))


def csms() -> list[Person]:
    return list(Person.objects.filter(book__isnull=False).distinct().order_by("name"))


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def revenue_page(request: PersonRequest) -> HttpResponse:
    """Month by month: what ran, what came, what went, what runs."""
    asked = _asked(_told(request))
    rows = rows_of(asked, today(), request.user)
    people = csms()
    shown = {
        "asked": asked,
        "rows": rows[::-1],
        "whole": whole(rows, asked, request.user),
        "newest": rows[-1] if rows else None,
        "bars": bars(rows),
        "width": WIDTH,
        "height": HEIGHT,
        "kinds": list(Movement),
        "months": [(n, asked.address(months=n)) for n in MONTHS],
        "tiers": [("", asked.address(tier=""))]
        + [(tier, asked.address(tier=tier.value)) for tier in Tier],
        "people": people,
        "csm": next((one for one in people if one.id == asked.csm), None),
        "without_csm": asked.address(csm=""),
    }
    return render(request, "revenue/revenue.html", shown)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def movements_page(request: PersonRequest) -> HttpResponse:
    """Who moved between two days, why, and by how much."""
    told, day = _told(request), today()
    asked = _asked(told)
    last: date = told.get("last") or day
    first: date = min(told.get("first") or month_ends(last, 1)[0], last)
    kind = next((one for one in Movement if one == told.get("kind")), None)
    ledger = movements(first, last, ids=asked.ids(request.user))
    page = Paginator(ledger.rows(kind), ROWS).get_page(request.GET.get("page"))
    names = Customer.objects.visible_to(request.user).in_bulk([row[0] for row in page])
    shown = {
        "asked": asked,
        "kind": kind,
        "page": page,
        "rows": [
            (names[id], why, units(before), units(after), units(after - before))
            for id, why, before, after in page
            if id in names
        ],
    }
    return render(request, "revenue/movements.html", shown | _around(ledger, asked, kind))


def _around(ledger: Ledger, asked: Asked, kind: Movement | None) -> dict[str, Any]:
    """The sum of all movements, and the ways from one kind to another."""
    days = {"first": ledger.first.isoformat(), "last": ledger.last.isoformat(), "months": ""}
    return {
        "ledger": ledger,
        "kinds": [
            (
                one,
                units(ledger.total(one)),
                ledger.count(one),
                asked.address(kind=one.value, **days),
            )
            for one in Movement
        ],
        "all": asked.address(**days),
        "start": units(ledger.start),
        "end": units(ledger.end),
        "query": asked.address(kind=kind.value if kind else "", **days)[1:],
    }
