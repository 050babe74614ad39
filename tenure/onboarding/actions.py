"""What can be done about an onboarding that was started: pause it, take it up again, end it."""

from datetime import datetime

from tenure.customers.words import CustomerStatus, OnboardingStatus
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Conflict, Invalid
from tenure.onboarding.models import Onboarding
from tenure.onboarding.noting import move, note
from tenure.onboarding.shifting import shift_what_is_open
from tenure.onboarding.words import UNDER_WAY, OnboardingState
from tenure.plans import actions as plans
from tenure.plans.models import PlanStatus, SuccessPlan
from tenure.work import actions as work


class NotUnderWay(Conflict):
    """It was completed or cancelled, or is in no state for this."""


@deed("onboarding.paused", "put the onboarding of {subject} on hold: {reason}")
def pause_onboarding(
    *, onboarding: Onboarding, reason: str, by: Author, at: datetime
) -> Onboarding:
    onboarding = _locked(onboarding, OnboardingState.IN_PROGRESS)
    if not reason.strip():
        raise Invalid("Say why it is put on hold.", {"reason": "is needed"})
    onboarding.state, onboarding.paused_on = OnboardingState.ON_HOLD.value, at.date()
    onboarding.pause_reason = reason.strip()
    save(onboarding)
    _keep_plan(onboarding.plan, PlanStatus.ON_HOLD, by, at)
    note(onboarding.customer, by, at, onboarding_status=OnboardingStatus.ON_HOLD.value)
    tell(
        customer_id=onboarding.customer_id, subject=onboarding.customer.name, reason=reason.strip()
    )
    return onboarding


@deed("onboarding.resumed", "took up the onboarding of {subject} again, {days} days later")
def resume_onboarding(*, onboarding: Onboarding, by: Author, at: datetime) -> Onboarding:
    """What is open moves by as many days as it was on hold, each to a working day."""
    onboarding = _locked(onboarding, OnboardingState.ON_HOLD)
    assert onboarding.paused_on is not None
    pause = at.date() - onboarding.paused_on
    onboarding.state, onboarding.paused_on = OnboardingState.IN_PROGRESS.value, None
    onboarding.paused_days += pause.days
    save(onboarding)
    shift_what_is_open(onboarding, pause)
    _keep_plan(onboarding.plan, PlanStatus.ACTIVE, by, at)
    note(onboarding.customer, by, at, onboarding_status=OnboardingStatus.IN_PROGRESS.value)
    tell(customer_id=onboarding.customer_id, subject=onboarding.customer.name, days=pause.days)
    return onboarding


@deed("onboarding.completed", "completed the onboarding of {subject}")
def complete_onboarding(*, onboarding: Onboarding, by: Author, at: datetime) -> Onboarding:
    """Its milestones are completed, or it is refused and they are named."""
    onboarding = _locked(onboarding, OnboardingState.IN_PROGRESS)
    _keep_plan(onboarding.plan, PlanStatus.COMPLETED, by, at)
    onboarding.state, onboarding.ended_on = OnboardingState.COMPLETED.value, at.date()
    save(onboarding)
    note(onboarding.customer, by, at, onboarding_status=OnboardingStatus.COMPLETED.value,
          onboarding_ends_on=at.date())  # fmt: skip
    if onboarding.customer.status == CustomerStatus.ONBOARDING:
        move(onboarding.customer, CustomerStatus.ACTIVE, by, at)
    tell(customer_id=onboarding.customer_id, subject=onboarding.customer.name)
    return onboarding


@deed("onboarding.cancelled", "cancelled the onboarding of {subject}: {reason}")
def cancel_onboarding(
    *, onboarding: Onboarding, reason: str, by: Author, at: datetime
) -> Onboarding:
    """Its open tasks are cancelled with it; the plan stays to be read."""
    onboarding = _locked(onboarding, *UNDER_WAY)
    onboarding.state, onboarding.ended_on = OnboardingState.CANCELLED.value, at.date()
    onboarding.paused_on = None
    save(onboarding)
    tasks = onboarding.customer.tasks.filter(origin_key__startswith=f"{onboarding.id}:")
    work.cancel_tasks(tasks=list(tasks.values_list("id", flat=True)), by=by, at=at)
    _keep_plan(onboarding.plan, PlanStatus.CANCELLED, by, at)
    note(onboarding.customer, by, at, onboarding_status=OnboardingStatus.CANCELLED.value)
    tell(customer_id=onboarding.customer_id, subject=onboarding.customer.name, reason=reason)
    return onboarding


def _locked(onboarding: Onboarding, *states: OnboardingState) -> Onboarding:
    found = Onboarding.objects.select_for_update(of=["self"], no_key=True).select_related(
        "customer", "plan"
    )
    onboarding = found.get(id=onboarding.id)
    if onboarding.state not in states:
        now = onboarding.get_state_display().lower()
        raise NotUnderWay(f"The onboarding of {onboarding.customer} is {now}.")
    return onboarding


def _keep_plan(plan: SuccessPlan, status: PlanStatus, by: Author, at: datetime) -> None:
    plans.change_plan(plan=plan, changes={"status": status}, by=by, at=at)
