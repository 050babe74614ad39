"""A favour from the ask to its end: asked, agreed, completed, declined, cancelled."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tenure.advocacy import rules
from tenure.advocacy.models import AdvocacyActivity, Deal
from tenure.advocacy.queries import asks_of, has_consent
from tenure.advocacy.words import AdvocacyStatus
from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Conflict, Invalid
from tenure.programme.in_force import programme


class NotNow(Conflict):
    """They are left in peace until a day."""


class NotYet(Conflict):
    """It cannot go there from where it is."""


@deed("advocacy.asked", "asked {subject} for “{activity}”{override}")
def ask_for_favour(
    *, activity: AdvocacyActivity, override: str = "", by: Author, at: datetime
) -> AdvocacyActivity:
    """Within what the programme allows for one person and for the customer; `override`: why this once
    against it. Who may override is up to the page."""
    customer = Customer.objects.select_for_update(no_key=True).get(id=activity.customer_id)
    activity = _moved(activity, AdvocacyStatus.REQUESTED)
    asks = asks_of([customer.id]).get(customer.id, [])
    rest = rules.rest(asks, activity.contact_id, at.date(), programme().advocacy.limits)
    if rest and not override.strip():
        words = f"{rest.says} Ask again from {rest.until:%-d %B %Y} on."
        raise NotNow(words, {"override": words})
    activity.asked_on = at.date()
    save(activity)
    why = f", though it was too early: {override.strip()}" if rest else ""
    return _told(activity, override=why)


@deed("advocacy.agreed", "noted that {subject} agreed to “{activity}”")
def agree_favour(*, activity: AdvocacyActivity, by: Author, at: datetime) -> AdvocacyActivity:
    """They said yes. What makes them known in public needs a consent that is written down."""
    activity = _moved(activity, AdvocacyStatus.IN_PROGRESS)
    if activity.activity_type in programme().advocacy.needs_consent and not has_consent(
        activity.customer_id, activity.contact_id, activity.activity_type, at.date()
    ):
        words = "Write down first what they agreed to, in their words."
        raise Invalid(words, {"words": words})
    save(activity)
    return _told(activity)


@deed("advocacy.completed", "completed “{activity}” with {subject}")
def complete_favour(
    *, activity: AdvocacyActivity, fields: Mapping[str, Any], by: Author, at: datetime
) -> AdvocacyActivity:
    """`fields`: outcome, and where known case_study_url, testimonial_url, happens_on."""
    activity = _moved(activity, AdvocacyStatus.COMPLETED)
    if not str(fields.get("outcome", "")).strip():
        raise Invalid("Say what came of it.", {"outcome": "say what came of it"})
    for name, new in fields.items():
        setattr(activity, name, new)
    activity.happens_on = fields.get("happens_on") or at.date()
    save(activity)
    return _told(activity)


@deed("advocacy.declined", "noted that {subject} declined “{activity}”: {reason}")
def decline_favour(
    *, activity: AdvocacyActivity, reason: str, by: Author, at: datetime
) -> AdvocacyActivity:
    return _end(activity, AdvocacyStatus.DECLINED, reason, at)


@deed("advocacy.cancelled", "cancelled “{activity}” with {subject}: {reason}")
def cancel_favour(
    *, activity: AdvocacyActivity, reason: str, by: Author, at: datetime
) -> AdvocacyActivity:
    return _end(activity, AdvocacyStatus.CANCELLED, reason, at)


@deed("advocacy.linked", "noted that “{activity}” with {subject} helped the deal {deal}")
def link_deal(
    *, activity: AdvocacyActivity, fields: Mapping[str, Any], by: Author, at: datetime
) -> Deal:
    """The deal of this name, made if it is not known; `fields`: name, annual_value, state and, of one
    that ended, closed_on. What is told of a deal takes the place of what was known."""
    activity = AdvocacyActivity.objects.select_for_update(of=["self"], no_key=True).get(
        id=activity.id
    )
    name = str(fields["name"]).strip()
    deal = Deal.objects.select_for_update(no_key=True).filter(name=name).first() or Deal(name=name)
    deal.annual_value, deal.state = fields["annual_value"], fields["state"]
    is_open = deal.state == "OPEN"
    deal.closed_on = None if is_open else fields.get("closed_on") or deal.closed_on or at.date()
    save(deal)
    activity.deal = deal
    save(activity)
    _told(activity, deal=name)
    return deal


@deed("advocacy.unlinked", "noted that “{activity}” with {subject} did not help the deal {deal}")
def unlink_deal(*, activity: AdvocacyActivity, by: Author, at: datetime) -> AdvocacyActivity:
    """The deal stays, with the other favours that helped it."""
    found = AdvocacyActivity.objects.select_for_update(of=["self"], no_key=True)
    activity = found.select_related("deal").get(id=activity.id)
    if activity.deal is None:
        raise NotYet("It helped no deal.")
    name, activity.deal = activity.deal.name, None
    save(activity)
    return _told(activity, deal=name)


def _end(
    activity: AdvocacyActivity, status: AdvocacyStatus, reason: str, at: datetime
) -> AdvocacyActivity:
    activity = _moved(activity, status)
    if not reason.strip():
        raise Invalid("Say why.", {"reason": "say why"})
    activity.outcome, activity.happens_on = reason.strip(), at.date()
    save(activity)
    return _told(activity, reason=reason.strip())


def _moved(activity: AdvocacyActivity, to: AdvocacyStatus) -> AdvocacyActivity:
    found = AdvocacyActivity.objects.select_for_update(of=["self"], no_key=True)
    activity = found.select_related("customer").get(id=activity.id)
    if to not in rules.NEXT.get(AdvocacyStatus(activity.status), ()):
        raise NotYet(f"It is {activity.get_status_display().lower()}.")
    activity.status = to
    return activity


def _told(activity: AdvocacyActivity, **more: str) -> AdvocacyActivity:
    customer = activity.customer
    tell(customer_id=customer.id, subject=customer.name, activity=activity.title, **more)
    return activity
