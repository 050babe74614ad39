"""Opportunities that are found by themselves, night by night."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import batched
from typing import Any
from uuid import UUID

from tenure.customers.models import Customer
from tenure.expansion import actions
from tenure.expansion.models import Opportunity
from tenure.expansion.queries import standings, thriving
from tenure.expansion.rules import Found, figures, is_worth_keeping, opportunity, told
from tenure.expansion.signs import evidence_of
from tenure.expansion.words import OpportunityState
from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.programme.in_force import programme

AT_ONCE = 2_000


def find_opportunities(*, by: Author, at: datetime, ids: Iterable[UUID] | None = None) -> int:
    """Look at all customers that do well (or at these): open what is new, bring up to date what is
    there, note where the signs are gone. Answers how many were opened."""
    opened = 0
    wanted = list(thriving() if ids is None else ids)
    for some in batched(wanted, AT_ONCE, strict=False):
        opened += _look_at(list(some), by, at)
    if ids is None:
        _note_what_is_over(by=by, at=at)
    return opened


def _look_at(ids: list[UUID], by: Author, at: datetime) -> int:
    made, day = programme(), at.date()
    known = standings(ids, day, made.expansion.signs.months)
    there = {one.customer_id: one for one in Opportunity.objects.open().filter(customer__in=ids)}
    resting = _resting(ids, at)
    customers = {one.id: one for one in Customer.objects.filter(id__in=known)}
    opened, seen = 0, {}
    for id, standing in known.items():
        evidence = evidence_of(standing, made.tiers, made.expansion)
        found = opportunity(standing, evidence, made.tiers, made.expansion)
        if found is None or not is_worth_keeping(evidence, standing, made.expansion):
            continue
        if id in there:
            seen[there[id].id] = _differing(there[id], found)
        elif id not in resting:
            actions.open_opportunity(customer=customers[id], found=found, by=by, at=at)
            opened += 1
    _see_again(seen=seen, by=by, at=at)
    return opened


def _resting(ids: list[UUID], at: datetime) -> set[UUID]:
    rests = Opportunity.objects.filter(customer__in=ids, rests_until__gte=at.date())
    return set(rests.values_list("customer_id", flat=True))


def _differing(there: Opportunity, found: Found) -> dict[str, Any]:
    """What is pursued keeps the estimate that was decided on; what shows it is brought up to date."""
    fields = {"is_over": False, "evidence": told(found)}
    if there.state == OpportunityState.FOUND:
        fields |= figures(found)
    return {name: value for name, value in fields.items() if getattr(there, name) != value}


@deed("opportunities.refreshed", "brought {count} opportunities up to date with their signs")
def _see_again(*, seen: Mapping[UUID, Mapping[str, Any]], by: Author, at: datetime) -> None:
    """Opportunities whose signs are still there, each with what is different of it. The day on which
    they were seen stands in the row; it is no change worth a line."""
    Opportunity.objects.filter(id__in=seen).update(seen_on=at.date(), updated_at=at)
    differing = {id: fields for id, fields in seen.items() if fields}
    for id, fields in differing.items():
        Opportunity.objects.filter(id=id).update(**fields)
    tell(count=len(differing))
    if not differing:
        leave_no_trace()


@deed("opportunities.faded", "found {count} opportunities without signs")
def _note_what_is_over(*, by: Author, at: datetime) -> None:
    """Of those that were not seen today."""
    gone = Opportunity.objects.open().filter(is_over=False).exclude(seen_on=at.date())
    count = gone.update(is_over=True, updated_at=at)
    tell(count=count)
    if not count:
        leave_no_trace()
