"""All reviews: what is due, what is scheduled, what was held and missed, and how many of those due."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from tenure.people.guards import PersonRequest, requires
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.portfolio.reviewing.completion import completion, completion_by
from tenure.portfolio.reviewing.due import DueState
from tenure.portfolio.reviewing.periods import PERIODS, period_named, running
from tenure.portfolio.reviewing.reading import CustomerDue, read_dues
from tenure.programme.words import Tier
from tenure.reviews.models import BusinessReview, PlannedReview, ReviewState

ROWS = 50
VIEWS = ("due", "scheduled", "held", "missed")
NAMES = {"due": "Due", "scheduled": "Scheduled", "held": "Held", "missed": "Missed or cancelled"}
WEEK = timedelta(days=7)


class Asked:
    """What the address asks for. What it does not know is left out."""

    def __init__(self, query: QueryDict, person: Person) -> None:
        self.view = query.get("view", "") if query.get("view") in VIEWS else "due"
        self.owner = query.get("owner", "") if query.get("owner") in ("mine", "nobody") else ""
        self.csm = _id(query.get("csm", ""))
        self.tier = query.get("tier", "") if Tier.has(query.get("tier")) else ""
        self.period = query.get("period", "") if query.get("period") in dict(PERIODS) else ""
        self.person = person

    def address(self, **changes: str) -> str:
        told = {"view": self.view, "owner": self.owner, "csm": str(self.csm or ""),
                "tier": self.tier, "period": self.period} | changes  # fmt: skip
        query = QueryDict(mutable=True)
        query.update({key: value for key, value in told.items() if value})
        return f"?{query.urlencode()}"

    def wants(self, one: CustomerDue) -> bool:
        is_theirs = {"mine": one.csm == self.person.id, "nobody": one.csm is None}
        return (
            is_theirs.get(self.owner, True)
            and (self.csm is None or one.csm == self.csm)
            and self.tier in ("", one.tier.value)
        )

    def narrowed(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        if self.owner == "mine":
            rows = rows.filter(customer__success_profile__csm=self.person)
        if self.owner == "nobody":
            rows = rows.filter(customer__success_profile__csm=None)
        if self.csm:
            rows = rows.filter(customer__success_profile__csm=self.csm)
        return rows.filter(customer__tier=self.tier) if self.tier else rows


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def board(request: PersonRequest) -> HttpResponse:
    now = timezone.now()
    today, asked = timezone.localdate(now), Asked(request.GET, request.user)
    period = period_named(asked.period, today)
    counted = [one for one in read_dues(period, now) if asked.wants(one)]
    shown: dict[str, Any] = {"asked": asked, "period": period, "day": today, "now": now}
    shown |= {"total": completion(counted), **_rates(counted)}
    shown |= _rows(request, asked, today)
    shown |= {
        "views": [(code, NAMES[code], asked.address(view=code)) for code in VIEWS],
        "owners": [(code, words, asked.address(owner=code, csm="")) for code, words in
                   (("", "Everybody’s"), ("mine", "Mine"), ("nobody", "Nobody’s"))],
        "tiers": [(tier, asked.address(tier=tier.value)) for tier in Tier],
        "all_tiers": asked.address(tier=""),
        "periods": [(code, words, asked.address(period=code)) for code, words in PERIODS],
        "may_edit": request.user.may(Permission.CUSTOMERS_EDIT),
        "csm": Person.objects.filter(id=asked.csm).first() if asked.csm else None,
        "any_csm": asked.address(csm=""),
    }  # fmt: skip
    return render(request, "reviews/board.html", shown)


def _rates(counted: Sequence[CustomerDue]) -> dict[str, Any]:
    by_tier = completion_by(counted, lambda one: one.tier)
    by_csm = completion_by(counted, lambda one: one.csm)
    names = dict(
        Person.objects.filter(id__in=[who for who in by_csm if who]).values_list("id", "name")
    )
    told = [(who, names[who] if who else "Nobody", count) for who, count in by_csm.items()]
    return {
        "by_tier": [(tier, by_tier[tier]) for tier in Tier if tier in by_tier],
        "by_csm": sorted(told, key=lambda row: (row[2].ratio is None, row[2].ratio or 0, row[1])),
    }


def _rows(request: PersonRequest, asked: Asked, today: date) -> dict[str, Any]:
    rows: Any
    planned = PlannedReview.objects.visible_to(request.user)
    planned = planned.select_related("customer__success_profile__csm", "organiser")
    match asked.view:
        case "due":
            found = read_dues(running(today), timezone.now())
            rows = [one for one in found if one.due.state == DueState.DUE and asked.wants(one)]
            rows.sort(key=lambda one: (one.due.last, one.name))
        case "scheduled":
            rows = asked.narrowed(planned.ahead()).order_by("scheduled_at", "id")
        case "held":
            held = BusinessReview.objects.select_related("customer__success_profile__csm")
            rows = asked.narrowed(held).order_by("-reviewed_at", "-id")
        case _:
            off = planned.filter(state__in=(ReviewState.MISSED, ReviewState.CANCELLED))
            rows = asked.narrowed(off).order_by("-scheduled_at", "-id")
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    address = asked.address()
    return {
        "page": page,
        "this_week": today + (WEEK - timedelta(days=today.weekday() + 1)),
        "next_week": today + (2 * WEEK - timedelta(days=today.weekday() + 1)),
        "next": f"{address}&page={page.number + 1}" if page.has_next() else "",
        "previous": f"{address}&page={page.number - 1}" if page.has_previous() else "",
    }


def _id(told: str) -> UUID | None:
    try:
        return UUID(told)
    except ValueError:
        return None
