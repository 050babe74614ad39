"""Scores set by hand: set, ended, expired, and kept in force while others are computed."""

from datetime import datetime, timedelta

from tenure.customers.models import CurrentHealth, Customer
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Conflict
from tenure.health.judging import WrongDay, refuse_churned
from tenure.health.models import Override
from tenure.health.overridden import apply
from tenure.health.words import OVERRIDE_DAYS

__all__ = ["apply", "end_override", "expire_override", "expire_overrides", "set_override"]

CLOCK = "Tenure"
EXPIRED = "Its time was over."


class AlreadyOverridden(Conflict):
    """Somebody set the score by hand already, and that still holds."""


class AlreadyEnded(Conflict):
    """It does not hold any more."""


@deed("health_override.started", "set the health of {subject} to {score} until {until}")
def set_override(
    *,
    customer: Customer,
    score: int,
    reason: str,
    expires_at: datetime,
    by: Author,
    at: datetime,
) -> Override:
    """Let a score set by hand stand in for the computed one, for a while."""
    refuse_churned(customer)
    _refuse_time(expires_at, at)
    CurrentHealth.objects.select_for_update(no_key=True).get(customer=customer)
    _close_expired(customer, at)
    _refuse_another(customer, at)
    override = Override(
        customer=customer,
        score=score,
        reason=reason.strip(),
        set_by=str(by),
        set_at=at,
        expires_at=expires_at,
    )
    save(override)
    apply([customer.id], at)
    until = f"{override.last_on:%-d %B %Y}"
    tell(customer_id=customer.id, subject=customer.name, score=score, until=until)
    return override


@deed("health_override.ended", "gave the health of {subject} back to what is computed")
def end_override(*, override: Override, reason: str = "", by: Author, at: datetime) -> Override:
    """Let the computed score count again, before the time of the other is over."""
    CurrentHealth.objects.select_for_update(no_key=True).get(customer=override.customer_id)
    override = Override.objects.select_related("customer").get(id=override.id)
    if override.ended_at is not None or override.expires_at <= at:
        raise AlreadyEnded("This score does not hold any more.")
    _close(override, at, str(by), reason.strip())
    apply([override.customer_id], at)
    tell(customer_id=override.customer_id, subject=override.customer.name)
    return override


@deed("health_override.expired", "let the computed health of {subject} count again")
def expire_override(*, override: Override, by: Author, at: datetime) -> None:
    """The time of a score set by hand is over."""
    CurrentHealth.objects.select_for_update(no_key=True).get(customer=override.customer_id)
    _close(override, override.expires_at, str(by), EXPIRED)
    apply([override.customer_id], at)
    tell(customer_id=override.customer_id, subject=override.customer.name)


def expire_overrides(*, by: Author, at: datetime) -> int:
    """End all whose time is over. Answers how many they were."""
    expired = list(Override.objects.expired(at).select_related("customer").order_by("customer_id"))
    for override in expired:
        expire_override(override=override, by=by, at=at)
    return len(expired)


def _refuse_time(expires_at: datetime, at: datetime) -> None:
    if not at < expires_at <= at + timedelta(days=OVERRIDE_DAYS):
        words = (
            f"A score set by hand holds for at most {OVERRIDE_DAYS} days, and ends in the future."
        )
        raise WrongDay(words, {"expires_at": words})


def _refuse_another(customer: Customer, at: datetime) -> None:
    if other := Override.objects.running(at).filter(customer=customer).first():
        raise AlreadyOverridden(f"{other.set_by} set it to {other.score} already: end that first.")


def _close_expired(customer: Customer, at: datetime) -> None:
    """One whose time was over, and that the job has not come to yet."""
    for override in Override.objects.expired(at).filter(customer=customer):
        _close(override, override.expires_at, CLOCK, EXPIRED)


def _close(override: Override, at: datetime, by: str, reason: str) -> None:
    override.ended_at, override.ended_by, override.ended_reason = at, by, reason
    save(override)
