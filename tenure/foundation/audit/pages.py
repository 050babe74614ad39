"""The page of the audit trail: deeds as sentences, newest first."""

from datetime import date, datetime, timedelta

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
    if who := query.get("who", "").strip():
        found = found.alias(name=Lower("by_name")).filter(name=who[:200].lower())
    if code := query.get("code", ""):
        found = found.filter(code=code)
    if (first := _day(query, "from", problems)) is not None:
        found = found.filter(at__gte=_midnight(first))
    if (last := _day(query, "to", problems)) is not None:
        found = found.filter(at__lt=_midnight(last + timedelta(days=1)))
    if place := query.get("before", ""):
        at, _, deed_id = place.partition("_")
        try:
            found = found.filter(Q(at__lt=at) | Q(at=at, id__lt=deed_id))
        except (ValueError, TypeError):
            problems.append("before: this is no place in the trail")
    return found, problems


def _day(query: QueryDict, name: str, problems: list[str]) -> date | None:
    value = query.get(name, "")
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        problems.append(f"{name}: “{value[:40]}” is not a date")
        return None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001
