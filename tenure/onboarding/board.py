"""The pipeline: onboardings under way by phase, with what is late and what is stuck."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import QueryDict

from tenure.onboarding.models import Onboarding
from tenure.onboarding.queries import progress_of
from tenure.onboarding.rules import Progress
from tenure.onboarding.words import OnboardingState
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.programme.in_force import programme

MOST = 300
ON_HOLD = "on_hold"


@dataclass(frozen=True)
class Card:
    onboarding: Onboarding
    progress: Progress
    day: int


@dataclass(frozen=True)
class Column:
    code: str
    title: str
    when: str
    cards: list[Card]


def under_way(person: Person, query: QueryDict) -> QuerySet[Onboarding]:
    """Those under way that the person may see, of the CSM that the address names; the first to
    have kicked off first."""
    if not person.may(Permission.CUSTOMERS_VIEW):
        return Onboarding.objects.none()
    found = Onboarding.objects.filter(
        state__in=[OnboardingState.IN_PROGRESS, OnboardingState.ON_HOLD]
    )
    if query.get("owner") == "mine":
        found = found.filter(customer__success_profile__csm=person)
    return found.select_related("customer__success_profile__csm").order_by("kickoff_on", "id")


def cards(found: list[Onboarding], today: date) -> list[Card]:
    told = progress_of(found, today)
    return [
        Card(one, told[one.id], ((one.paused_on or today) - one.kickoff_on).days) for one in found
    ]


def columns(all_: list[Card]) -> list[Column]:
    """By phase in the programme's order; those on hold by themselves; what is stuck first."""
    worst_first = sorted(all_, key=lambda c: (not c.progress.is_stuck, -c.progress.days_late))
    by_phase: dict[str, list[Card]] = {}
    for card in worst_first:
        is_on_hold = card.onboarding.state == OnboardingState.ON_HOLD
        by_phase.setdefault(ON_HOLD if is_on_hold else card.progress.phase, []).append(card)
    phases = [(p.code, p.title, p.when) for p in programme().onboarding.phase]
    shown = [Column(code, title, when, by_phase.pop(code, [])) for code, title, when in phases]
    on_hold = by_phase.pop(ON_HOLD, [])
    shown += [
        Column(code, code.replace("_", " ").capitalize(), "", own) for code, own in by_phase.items()
    ]
    return [*shown, Column(ON_HOLD, "On hold", "", on_hold)] if on_hold else shown
