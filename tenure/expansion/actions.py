"""What can be done about an opportunity: open, pursue, win, lose, dismiss, take up again."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from tenure.customers import actions as customers
from tenure.customers.models import Customer
from tenure.expansion import effects
from tenure.expansion.models import Opportunity
from tenure.expansion.rules import Found, figures, told
from tenure.expansion.words import Growth, OpportunityState
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Conflict, Invalid
from tenure.foundation.web.templatetags.saying import money
from tenure.programme.in_force import programme
from tenure.programme.words import Tier


class AlreadyEnded(Conflict):
    """Nothing more is done about an opportunity that ended."""


class AlreadyPursued(Conflict):
    """There is a plan for it already."""


class NotToTakeUp(Conflict):
    """Only what came to nothing is taken up again: what was won changed contract and tier."""


@deed("opportunity.opened", "found that {subject} might buy more: {reason}")
def open_opportunity(*, customer: Customer, found: Found, by: Author, at: datetime) -> Opportunity:
    made = Opportunity(
        customer=customer, found_on=at.date(), seen_on=at.date(), evidence=told(found),
        current_tier=customer.tier, created_at=at, **figures(found),
    )  # fmt: skip
    save(made)
    tell(customer_id=customer.id, subject=customer.name, reason=found.reason)
    return made


@deed("opportunity.pursued", "began to pursue the expansion of {subject}")
def pursue_opportunity(
    *, opportunity: Opportunity, starts_on: date, by: Author, at: datetime
) -> Opportunity:
    """Start the programme's expansion plan with what it should bring as its target."""
    opportunity = _open(opportunity)
    if opportunity.plan_id:
        raise AlreadyPursued("There is a plan for it already.")
    opportunity.plan = effects.start_plan(opportunity, starts_on, by, at)
    opportunity.state = OpportunityState.PURSUED
    return _kept(opportunity)


@deed("opportunity.won", "won the expansion of {subject}: {value} more a year")
def win_opportunity(
    *, opportunity: Opportunity, growth: Growth, fields: Mapping[str, Any], by: Author, at: datetime
) -> Opportunity:
    """`fields`: won_revenue (more a year), ended_on (from when it runs), and where known seats (how
    many there are now), tier (to which the customer moves) and note. The contract is amended from
    that day, the plan completed, the tier moved: all or nothing."""
    opportunity = _open(opportunity)
    value, day = fields.get("won_revenue"), fields.get("ended_on") or at.date()
    if not value or value <= 0:
        raise Invalid("Say what it brings a year.", {"won_revenue": "say what it brings a year"})
    opportunity.state, opportunity.growth = OpportunityState.WON, growth
    opportunity.won_revenue, opportunity.ended_on = value, day
    opportunity.note = fields.get("note", "").strip()
    effects.amend(opportunity, fields.get("seats"), by, at)
    tier = Tier(fields["tier"]) if fields.get("tier") else None
    effects.move(opportunity, tier, by, at)
    effects.end_plan(opportunity, is_won=True, by=by, at=at)
    save(opportunity)
    revenue = opportunity.customer.success_profile.expansion_revenue + value
    customers.change_profile(
        customer=opportunity.customer, changes={"expansion_revenue": revenue}, by=by, at=at
    )
    name = opportunity.customer.name
    tell(customer_id=opportunity.customer_id, subject=name, value=money(value))
    return opportunity


@deed("opportunity.lost", "lost the expansion of {subject}: {note}")
def lose_opportunity(
    *, opportunity: Opportunity, note: str, by: Author, at: datetime
) -> Opportunity:
    return _end(opportunity, OpportunityState.LOST, note, by, at)


@deed("opportunity.dismissed", "dismissed the expansion of {subject}: {note}")
def dismiss_opportunity(
    *, opportunity: Opportunity, note: str, by: Author, at: datetime
) -> Opportunity:
    """Not now: it rests as long as the programme says, then the same signs count again."""
    return _end(opportunity, OpportunityState.DISMISSED, note, by, at)


@deed("opportunity.reopened", "took the expansion of {subject} up again")
def reopen_opportunity(*, opportunity: Opportunity, by: Author, at: datetime) -> Opportunity:
    """What was lost or dismissed goes on as before, with its plan where it had one. Why it ended stays
    in the trail."""
    opportunity = _locked(opportunity)
    if opportunity.state not in (OpportunityState.LOST, OpportunityState.DISMISSED):
        raise NotToTakeUp(f"It is {opportunity.get_state_display().lower()}: nothing to take up.")
    opportunity.state = OpportunityState.PURSUED if opportunity.plan_id else OpportunityState.FOUND
    opportunity.ended_on = opportunity.rests_until = None
    opportunity.note = ""
    effects.resume_plan(opportunity, by, at)
    return _kept(opportunity)


def _end(
    opportunity: Opportunity, state: OpportunityState, note: str, by: Author, at: datetime
) -> Opportunity:
    opportunity = _open(opportunity)
    if not note.strip():
        raise Invalid("Say why.", {"note": "say why"})
    opportunity.state, opportunity.note = state, note.strip()
    opportunity.ended_on = at.date()
    opportunity.rests_until = at.date() + timedelta(days=programme().expansion.rests_days)
    effects.end_plan(opportunity, is_won=False, by=by, at=at)
    kept = _kept(opportunity)
    tell(customer_id=kept.customer_id, subject=kept.customer.name, note=kept.note)
    return kept


def _locked(opportunity: Opportunity) -> Opportunity:
    found = Opportunity.objects.select_for_update(of=["self"], no_key=True)
    return found.select_related("customer").get(id=opportunity.id)


def _open(opportunity: Opportunity) -> Opportunity:
    opportunity = _locked(opportunity)
    if not opportunity.is_open:
        raise AlreadyEnded(f"It is {opportunity.get_state_display().lower()} already.")
    return opportunity


def _kept(opportunity: Opportunity) -> Opportunity:
    save(opportunity)
    tell(customer_id=opportunity.customer_id, subject=opportunity.customer.name)
    return opportunity
