"""What the software notices about customers at risk: that somebody fell, and that somebody is back."""

from datetime import datetime, timedelta

from tenure.alerts.models import Alert
from tenure.alerts.words import AlertRule, AlertState
from tenure.customers.words import CustomerStatus
from tenure.foundation.audit.trail import Author
from tenure.programme.in_force import programme
from tenure.programme.words import Care, Owner, Urgency
from tenure.programme.working import working_day
from tenure.recovery.actions import AlreadyOpen, open_case
from tenure.recovery.models import Case
from tenure.recovery.planning import csm_of
from tenure.recovery.words import CaseState
from tenure.work import actions as work
from tenure.work.actions import PlannedTask
from tenure.work.models import Task
from tenure.work.words import Origin

RULES = (AlertRule.RED_ZONE, AlertRule.BELOW_THRESHOLD)
AT_ONCE = 200
FRESH_DAYS = 2
"""Older alerts are somebody's by now; a first scoring of a large import floods nobody for long."""


def open_for_alerts(*, by: Author, at: datetime) -> int:
    """Open a case for each fresh alert that nobody has taken care of; answers how many. A customer
    that has an open case, or whose tier looks after itself, gets none."""
    cared_for = [p.code for p in programme().tiers.tier if p.care != Care.AUTOMATED]
    open_cases = Case.objects.filter(state=CaseState.OPEN)
    found = Alert.objects.filter(
        rule__in=RULES, state=AlertState.OPEN, is_over=False, cases=None,
        opened_at__gt=at - timedelta(days=FRESH_DAYS), customer__tier__in=cared_for,
    ).exclude(customer__status=CustomerStatus.CHURNED)  # fmt: skip
    fresh = found.exclude(customer__in=open_cases.values("customer"))
    opened = 0
    for alert in fresh.select_related("customer").order_by("customer_id", "id")[:AT_ONCE]:
        try:
            open_case(
                customer=alert.customer, alert=alert, by=by, at=at,
                reason=f"{alert.get_rule_display()}: score {alert.score}",
            )  # fmt: skip
        except AlreadyOpen:
            continue  # the other alert of the same customer opened it
        opened += 1
    return opened


def propose_endings(*, by: Author, at: datetime) -> int:
    """Where health is back, ask once whether the case is over; answers how often it asked."""
    made = programme()
    back = Case.objects.filter(
        state=CaseState.OPEN, customer__current_health__score__gte=made.escalation.at_risk.recovered_at
    ).exclude(plan=None)  # fmt: skip
    asked = 0
    for case in back.select_related("customer__success_profile__csm").order_by("id")[:AT_ONCE]:
        if Task.objects.filter(customer_id=case.customer_id, origin_key=_question(case)).exists():
            continue
        task = PlannedTask(
            key=_question(case), title="Health is back: end the case as recovered?",
            details="Ask the sponsor first. If it is not over, leave the case open and say why in a note.",
            due_on=working_day(made.calendar, at.date() + timedelta(days=1)), owner=csm_of(case),
            owner_role=Owner.CSM, priority=Urgency.HIGH, playbook="csm-playbook#at-risk-accounts",
        )  # fmt: skip
        asked += len(
            work.add_tasks(
                customer=case.customer, tasks=[task], origin=Origin.RECOVERY, by=by, at=at
            )
        )
    return asked


def _question(case: Case) -> str:
    return f"{case.id}:back"
