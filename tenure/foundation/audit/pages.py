"""The page of the audit trail: deeds as sentences, newest first."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from tenure.foundation.audit.models import Deed
from tenure.foundation.audit.sentences import sentences
from tenure.foundation.audit.trail import PHRASES

DEEDS_ON_A_PAGE = 50


def audit_page(request: HttpRequest) -> HttpResponse:
    """All deeds, or those of a person, of a kind, of some days. The guard stands in the urls."""
    found, problems = chosen(request.GET)
    deeds = list(found.order_by("-at", "-id")[: DEEDS_ON_A_PAGE + 1])
    older = deeds[DEEDS_ON_A_PAGE - 1] if len(deeds) > DEEDS_ON_A_PAGE else None
    shown = {
        "sentences": sentences(deeds[:DEEDS_ON_A_PAGE]),
        "older": f"{older.at.isoformat()}_{older.id}" if older else "",
        "problems": problems,
        "codes": sorted(PHRASES),
        "names": get_user_model()._default_manager.values_list("name", flat=True),
        "query": request.GET,
    }
    template = "audit/page.html#found" if request.headers.get("HX-Request") else "audit/page.html"
    return render(request, template, shown)


def chosen(query: QueryDict) -> tuple[QuerySet[Deed], list[str]]:
    """The deeds that the address asks for, and what it says that cannot be read."""
    problems: list[str] = []
    found = Deed.objects.all()
    if who := _text(query, "who"):
        found = found.alias(name=Lower("by_name")).filter(name=who[:200].lower())
    if code := _text(query, "code"):
        found = found.filter(code=code)
    if (first := _day(query, "from", problems)) is not None:
        found = found.filter(at__gte=_midnight(first))
    if (last := _day(query, "to", problems)) is not None and last < date.max:
        found = found.filter(at__lt=_midnight(last + timedelta(days=1)))
    if place := query.get("before", ""):
        try:
            at, deed_id = _place(place)
        except ValueError:
            problems.append("before: this is no place in the trail")
        else:
            found = found.filter(Q(at__lt=at) | Q(at=at, id__lt=deed_id))
    return found, problems


def _text(query: QueryDict, name: str) -> str:
    """What was asked for. PostgreSQL has no NUL, so nothing in it can be named by one."""
    return query.get(name, "").replace("\x00", "\ufffd").strip()


def _place(place: str) -> tuple[datetime, UUID]:
    """Where a page of the trail ended: the time and the id of its last deed."""
    at, _, deed_id = place.partition("_")
    moment = datetime.fromisoformat(at)
    if moment.tzinfo is None:
        raise ValueError("a time without its offset")
    return moment, UUID(deed_id)


def _day(query: QueryDict, name: str, problems: list[str]) -> date | None:
    value = query.get(name, "")
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        problems.append(f"{name}: “{value[:40]}” is not a date")
        return None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001
