"""Recurring revenue and its movements over the API."""

from datetime import date
from typing import Any

import msgspec
from django.http import HttpResponse
from django.utils import timezone
from ninja import Query

from tenure.customers.models import Customer
from tenure.foundation.refusals import Invalid
from tenure.foundation.rest import answers
from tenure.foundation.rest.paging import numbered
from tenure.people.callers import ApiRequest, Area, reads, refuse_strangers
from tenure.revenue import schemas as wire
from tenure.revenue.api import router
from tenure.revenue.ledger import Ledger, month_ends, movements
from tenure.revenue.view import Asked, rows_of, units
from tenure.revenue.words import Movement

EARLIEST, LATEST = date(1990, 1, 1), date(2199, 12, 31)


@router.get("/revenue", response={200: answers.answer_of(list[wire.RevenueLedger], "Revenue")})
@reads(Area.ANALYTICS)
def list_revenue(request: ApiRequest, filters: Query[wire.MonthsFilters]) -> HttpResponse:
    """Recurring revenue month by month, the oldest first; each month starts with what the one before
    ended with. A month's revenue is a twelfth of its yearly value."""
    refuse_strangers(request)
    asked = Asked(filters.months, filters.tier or "", filters.csm_id)
    rows = rows_of(asked, timezone.localdate(), request.auth.person)
    return answers.computed([_ledger(row.ledger) for row in rows])


@router.get("/revenue/ledger", response={200: answers.answer_of(wire.RevenueLedger, "Ledger")})
@reads(Area.ANALYTICS)
def get_ledger(request: ApiRequest, filters: Query[wire.BetweenFilters]) -> HttpResponse:
    """What moved between the ends of any two days."""
    return answers.computed(_ledger(_moved(request, filters)))


@router.get("/revenue/movements", response=answers.page_schema(wire.Moved, "Movements"))
@reads(Area.ANALYTICS)
def list_movements(request: ApiRequest, filters: Query[wire.MovementFilters]) -> HttpResponse:
    """The customers whose revenue moved between the ends of two days, by kind, the largest first."""
    rows = _moved(request, filters).rows(filters.kind)
    first = (filters.page - 1) * filters.limit
    shown = rows[first : first + filters.limit]
    names = Customer.objects.in_bulk([row[0] for row in shown])
    found = [
        {"customerId": id, "customerName": names[id].name, "kind": kind.value,
         "before": float(units(before)), "after": float(units(after)),
         "change": float(units(after - before))}
        for id, kind, before, after in shown
    ]  # fmt: skip
    page = numbered(filters.page, filters.limit, len(rows)) | {"nextCursor": None}
    return answers.listed(msgspec.json.encode(found), page)


def _moved(request: ApiRequest, filters: wire.BetweenFilters) -> Ledger:
    refuse_strangers(request)
    last = day_asked("lastDay", filters.last_day, timezone.localdate())
    first = day_asked("firstDay", filters.first_day, month_ends(last, 1)[0])
    if first > last:
        raise Invalid("It ends before it begins.", {"lastDay": "lies before firstDay"})
    asked = Asked(0, filters.tier or "", filters.csm_id)
    return movements(first, last, ids=asked.ids(request.auth.person))


def day_asked(field: str, told: date | None, default: date) -> date:
    day = told or default
    if not EARLIEST <= day <= LATEST:
        words = f"Contracts are known from {EARLIEST.year} to {LATEST.year}."
        raise Invalid(words, {field: words})
    return day


def _ledger(one: Ledger) -> dict[str, Any]:
    return {
        "firstDay": answers.day(one.first), "lastDay": answers.day(one.last),
        "start": float(units(one.start)),
        "movements": [
            {"kind": kind.value, "amount": float(units(one.total(kind))), "customers": one.count(kind)}
            for kind in Movement
        ],
        "end": float(units(one.end)),
        "customersAtStart": one.customers_at_start, "customersAtEnd": one.customers_at_end,
    }  # fmt: skip
