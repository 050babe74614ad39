"""What can be done about a customer at risk: open a case, assess it, plan, escalate, end it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from tenure.alerts.models import Alert
from tenure.customers.models import Customer
from tenure.customers.words import CustomerStatus
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Conflict, Invalid
from tenure.plans.models import PlanStatus
from tenure.programme.in_force import programme
from tenure.recovery import planning
from tenure.recovery.deadlines import level_due
from tenure.recovery.models import Case
from tenure.recovery.words import CaseState


class AlreadyOpen(Conflict):
    """A customer has one open case at a time."""


class CaseEnded(Conflict):
    """Nothing more is done in a case that ended."""


class NotAssessed(Conflict):
    """What went wrong is written down before a plan is made."""


class TopLevel(Conflict):
    """There is nobody above the highest level."""


@deed("case.opened", "opened a recovery of {subject}: {reason}")
def open_case(
    *, customer: Customer, reason: str, alert: Alert | None = None, by: Author, at: datetime
) -> Case:
    """Open a case with its deadlines and the tasks of the assessment."""
    customer = Customer.objects.select_for_update(no_key=True).get(id=customer.id)
    if Case.objects.filter(customer=customer, state=CaseState.OPEN).exists():
        raise AlreadyOpen(f"There is an open case of {customer} already.")
    if customer.status == CustomerStatus.CHURNED:
        raise Invalid(f"{customer} has left.", {"customer": "has left"})
    if not reason.strip():
        raise Invalid("Say why.", {"reason": "is needed"})
    made = programme()
    promised = made.escalation.at_risk
    case = Case(
        customer=customer, alert=alert, reason=reason.strip(), opened_at=at, created_at=at,
        assess_by=at + timedelta(hours=promised.assessed_within_hours),
        plan_by=at + timedelta(hours=promised.plan_within_hours), level_since=at,
        level_due_at=level_due(made.escalation.level[0], at, made.calendar),
    )  # fmt: skip
    save(case)
    planning.plan_assessment(case, by, at)
    tell(customer_id=customer.id, subject=customer.name, reason=case.reason)
    return case


@deed("case.assessed", "assessed {subject}: {cause}")
def assess_case(*, case: Case, fields: Mapping[str, str], by: Author, at: datetime) -> Case:
    """Write down the cause, who is concerned and what it takes; the tasks of it are done."""
    case = _open(case)
    if not fields.get("cause", "").strip():
        raise Invalid("Say what went wrong.", {"cause": "is needed"})
    for name, words in fields.items():
        setattr(case, name, words.strip())
    case.assessed_at, case.assessed_by = case.assessed_at or at, str(by)
    save(case)
    planning.finish_assessment(case, by, at)
    tell(customer_id=case.customer_id, subject=case.customer.name, cause=case.cause)
    return case


@deed("case.planned", "started the recovery plan of {subject}")
def start_recovery_plan(*, case: Case, by: Author, at: datetime) -> Case:
    case = _open(case)
    if case.assessed_at is None:
        raise NotAssessed("Write down what went wrong first.")
    if case.plan_id is not None:
        raise Conflict(f"{case.customer} has its recovery plan already.")
    case.plan = planning.make_plan(case, by, at)
    save(case)
    tell(customer_id=case.customer_id, subject=case.customer.name)
    return case


@deed("case.escalated", "escalated {subject} to level {level}: {reason}")
def escalate_case(*, case: Case, reason: str, by: Author, at: datetime) -> Case:
    """Hand a case to the next level, with its deadline and a task for whoever that is."""
    case = _open(case)
    if not reason.strip():
        raise Invalid("Say why.", {"reason": "is needed"})
    made = programme()
    level = next((one for one in made.escalation.level if one.number == case.level + 1), None)
    if level is None:
        raise TopLevel("There is no level above this one.")
    case.level, case.level_since = level.number, at
    case.level_due_at = level_due(level, at, made.calendar)
    save(case)
    planning.plan_level(case, level, reason.strip(), by, at)
    tell(customer_id=case.customer_id, subject=case.customer.name, level=level.number,
         reason=reason.strip())  # fmt: skip
    return case


@deed("case.ended", "ended the recovery of {subject}: {how}")
def end_case(*, case: Case, state: CaseState, learnt: str = "", by: Author, at: datetime) -> Case:
    """End a case; what is still open of it is cancelled, its plan is completed or cancelled."""
    case = _open(case)
    if state == CaseState.OPEN:
        raise Invalid("Say how it ended.", {"state": "is needed"})
    case.state, case.ended_at, case.learnt = state.value, at, learnt.strip()
    save(case)
    completed = state == CaseState.RECOVERED
    planning.finish_plan(case, PlanStatus.COMPLETED if completed else PlanStatus.CANCELLED, by, at)
    tell(customer_id=case.customer_id, subject=case.customer.name, how=state.label.lower())
    return case


def _open(case: Case) -> Case:
    found: Any = Case.objects.select_for_update(of=["self"], no_key=True).select_related(
        "customer", "plan"
    )
    case = found.get(id=case.id)
    if case.state != CaseState.OPEN:
        raise CaseEnded(f"{case} ended: {case.get_state_display().lower()}.")
    return case
