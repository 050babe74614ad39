"""The documents, and the programme that their figures come from."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET

from tenure.documents.reading import CODES, document, found
from tenure.documents.tables import TABLES
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.programme.changes import changes
from tenure.programme.in_force import standing
from tenure.programme.loading import read_programme
from tenure.programme.metrics import FAMILIES
from tenure.programme.saying import bound
from tenure.programme.words import Tier

DAYS_AHEAD = 120
PARTS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("tiers", "Tiers", (
        ("Who belongs where", "tiers.assignment"), ("Limits", "tiers.limits"),
        ("Promised", "tiers.care"), ("First response", "tiers.response"),
        ("Resolution", "tiers.resolution"), ("Uptime", "tiers.uptime"),
    )),
    ("onboarding", "Onboarding", (
        ("Phases", "onboarding.phases"), ("Milestones", "onboarding.milestones"),
        ("Touchpoints", "onboarding.touchpoints"), ("Targets", "onboarding.targets"),
        ("Risks", "onboarding.risks"),
    )),
    ("plans", "Templates of plans", (("Plans", "plans"),)),
    ("escalation", "Escalation", (
        ("Levels", "escalation.levels"), ("Red flags", "escalation.red_flags"),
        ("Signs of expansion", "escalation.expansion_signals"),
    )),
    ("reviews", "Reviews", (("Reviews", "reviews"),)),
    ("calendar", "Calendar", (("Calendar", "calendar"),)),
    ("targets", "Programme targets", (("Targets", "metrics.programme_targets"),)),
)  # fmt: skip


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def documents(request: PersonRequest) -> HttpResponse:
    programme, words = standing().programme, request.GET.get("q", "").strip()[:200]
    shown = {
        "documents": [document(code, programme) for code in CODES],
        "q": words,
        "hits": found(words, programme),
    }
    return render(request, "documents/documents.html", shown)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def one_document(request: PersonRequest, code: str) -> HttpResponse:
    if code not in CODES:
        raise Http404("There is no such document.")
    programme = standing().programme
    one = document(code, programme)
    # The text is ours and its HTML is escaped by the reader; figures are numbers and own words.
    shown = {"document": one, "html": mark_safe(one.html), "version": programme.version}
    return render(request, "documents/document.html", shown)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def programme_page(request: PersonRequest) -> HttpResponse:
    now = standing()
    factory = read_programme()
    shown = {
        "standing": now,
        "version": now.programme.version,
        "parts": [
            (code, title, [(words, TABLES[name](now.programme)) for words, name in tables])
            for code, title, tables in PARTS
        ],
        "differences": changes(factory, now.programme),
        "holidays": _holidays(),
    }
    return render(request, "documents/programme.html", shown)


def _holidays() -> list[tuple[Any, str]]:
    calendar, day = standing().programme.calendar, today()
    ahead = (day + timedelta(days=n) for n in range(DAYS_AHEAD))
    return [(one, name) for one in ahead if (name := calendar.holiday_on(one))]


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def metrics_page(request: PersonRequest) -> HttpResponse:
    """Every metric with its definition; a figure elsewhere links to its line here."""
    metrics = standing().programme.metrics
    families = [
        (
            family,
            [
                (one, [(tier.label if tier else "all", bound(one.target_for(tier), one.unit))
                       for tier in (None, *Tier) if (tier or "default") in one.target])
                for one in metrics.of_family(family)
            ],
        )
        for family in FAMILIES
    ]  # fmt: skip
    return render(request, "documents/metrics.html", {"families": families})
