"""The programme in force, to be read: by part, with its version and what is the company's own."""

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tenure.documents import timeline
from tenure.documents.live import shown
from tenure.documents.tables import TABLES
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.programme.calendar import Calendar
from tenure.programme.changes import changes
from tenure.programme.in_force import Standing, standing
from tenure.programme.loading import read_programme
from tenure.programme.metrics import FAMILIES
from tenure.programme.saying import bound
from tenure.programme.whole import FORMS, Programme
from tenure.programme.words import Tier

DAYS_AHEAD = 366
HOLIDAYS_AHEAD = 12
PARTS: tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...] = (
    ("tiers", "Tiers", "tier-definitions", (
        ("Who belongs where", "tiers.assignment"), ("Promised", "tiers.care"),
        ("Limits", "tiers.limits"), ("First response", "tiers.response"),
        ("Resolution", "tiers.resolution"), ("Uptime", "tiers.uptime"),
    )),
    ("onboarding", "Onboarding", "onboarding-playbook", (
        ("Trials", "onboarding.self_paced"), ("Targets", "onboarding.targets"),
        ("Risks", "onboarding.risks"),
    )),
    ("plans", "Templates of plans", "success-plan-template", ()),
    ("escalation", "Escalation", "csm-playbook", (
        ("Levels", "escalation.levels"), ("Assessment of a customer at risk", "escalation.assessment"),
        ("Red flags", "escalation.red_flags"), ("Signs of expansion", "escalation.expansion_signals"),
    )),
    ("reviews", "Reviews", "csm-playbook", (
        ("Which tier is owed which", "reviews.by_tier"), ("Each kind", "reviews"),
    )),
    ("advocacy", "Advocacy", "csm-playbook", (
        ("How often somebody is asked", "advocacy.asking"), ("What fits", "advocacy.fit"),
    )),
    ("scorecard", "Health", "metrics-definitions", (
        ("Levels", "health.levels"), ("Components", "health.components"),
        ("Measures", "health.measures"),
    )),
    ("targets", "Programme targets", "metrics-definitions", (
        ("Targets", "metrics.programme_targets"),
    )),
    ("calendar", "Calendar", "tier-definitions", (("When we work", "calendar"),)),
)  # fmt: skip


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def programme_page(request: PersonRequest) -> HttpResponse:
    now, programme = standing(), shown()
    context = {
        "standing": now,
        "files": _files(now),
        "parts": [
            (code, title, book, [(words, TABLES[name](programme)) for words, name in tables])
            for code, title, book, tables in PARTS
        ],
        "stretches": timeline.of_onboarding(programme.onboarding),
        "span": timeline.span(programme.onboarding),
        "templates": [(one, timeline.of_plan(one)) for one in programme.plans.template],
        "holidays": _holidays(programme.calendar, today()),
    }
    return render(request, "documents/programme.html", context)


def _files(now: Standing) -> list[tuple[str, bool, list[str]]]:
    """Each file, whether it is the company's own, and what it changes."""
    told = changes(read_programme(), now.programme)
    return [
        (name, name in now.own, [one.partition(": ")[2] for one in told if one.startswith(f"{name}: ")])
        for name in FORMS
    ]  # fmt: skip


def _holidays(calendar: Calendar, first: date) -> list[tuple[date, str]]:
    ahead = (first + timedelta(days=n) for n in range(DAYS_AHEAD))
    told = [(day, name) for day in ahead if (name := calendar.holiday_on(day))]
    return told[:HOLIDAYS_AHEAD]


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def metrics_page(request: PersonRequest) -> HttpResponse:
    """Every metric with its definition; a figure elsewhere links to its line here."""
    programme = standing().programme
    families = [
        (family, [(one, _targets(programme, one.code)) for one in programme.metrics.of_family(family)])
        for family in FAMILIES
    ]  # fmt: skip
    return render(request, "documents/metrics.html", {"families": families, "tiers": list(Tier)})


def _targets(programme: Programme, code: str) -> list[str]:
    """For all, then for each tier what it has of its own."""
    metric = programme.metrics.named(code)
    unit = "percent" if metric.unit == "percent" else ""
    return [
        bound(metric.target[name], unit) if name in metric.target else ""
        for name in ("default", *Tier)
    ]
