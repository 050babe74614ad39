"""Renewals ahead: what is due, what is expected, and how that has changed."""

from datetime import datetime, timedelta
from decimal import Decimal

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.programme.in_force import programme
from tenure.revenue.renewals import Renewal, renewals
from tenure.revenue.words import Call, RenewalOutcome

LOOK_BACK = 30


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def renewals_page(request: PersonRequest) -> HttpResponse:
    """Renewals of the next days by month; `past` shows what became of the last year's."""
    told, day, now = programme().revenue, today(), timezone.now()
    mine = request.GET.get("owner") == "mine"
    csm = request.user.id if mine else None
    is_past = request.GET.get("state") == "past"
    asked = request.GET.get("days", "")
    days = int(asked) if asked in map(str, told.ahead_days) else told.ahead_days[-2:][0]
    if is_past:
        found = renewals(day - timedelta(days=365), day - timedelta(days=1), now, csm=csm)
    else:
        found = renewals(day, day + timedelta(days=days), now, csm=csm)
    shown = {
        "rows": [(one, one.outcome(day, told.gap_days)) for one in found],
        "is_past": is_past,
        "days": days,
        "horizons": told.ahead_days,
        "mine": mine,
        "owner": "&owner=mine" if mine else "",
        "sums": _sums(found),
        "before": None if is_past else _before(found, now, days, csm),
        "total": (len(found), sum((one.amount for one in found), Decimal(0))),
        "rate": _rate(found, request) if is_past else None,
        "looked_back": (now - timedelta(days=LOOK_BACK)).date(),
    }
    return render(request, "revenue/renewals.html", shown)


def _sums(found: list[Renewal]) -> list[tuple[Call | None, int, Decimal]]:
    """By call how many, and what they are expected to be worth; last those of whom nothing is known."""
    told = []
    for call in (*Call, None):
        those = [one for one in found if one.counts_as == call]
        worth = sum((_worth(one) for one in those), Decimal(0))
        if those or call:
            told.append((call, len(those), worth))
    return told


def _worth(one: Renewal) -> Decimal:
    return one.amount if one.forecast is None else one.forecast


def _before(found: list[Renewal], now: datetime, days: int, csm: object) -> int:
    """How many of these have another forecast than some time ago."""
    day = now.date()
    then = renewals(day, day + timedelta(days=days), now - timedelta(days=LOOK_BACK), csm=csm)  # type: ignore[arg-type]
    earlier = {(one.contract, one.renews_on): (one.call, one.forecast) for one in then}
    return sum(
        earlier.get((one.contract, one.renews_on)) != (one.call, one.forecast) for one in found
    )


def _rate(found: list[Renewal], request: PersonRequest) -> dict[str, object]:
    gap, day = programme().revenue.gap_days, today()
    outcomes = [(one, one.outcome(day, gap)) for one in found]
    decided = [pair for pair in outcomes if pair[1] != RenewalOutcome.PENDING]
    kept = [one for one, outcome in decided if outcome == RenewalOutcome.RENEWED]
    worth = sum((one.amount for one, _ in decided), Decimal(0))
    held = sum((min(one.amount, one.renewed_at or Decimal(0)) for one in kept), Decimal(0))
    return {
        "renewed": len(kept),
        "of": len(decided),
        "percent": 100 * len(kept) / len(decided) if decided else None,
        "gross": 100 * float(held / worth) if worth else None,
        "worth": worth,
        "open": len(outcomes) - len(decided),
    }
