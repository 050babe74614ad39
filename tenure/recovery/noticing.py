"""Cases that open by themselves: for alerts about customers whom somebody looks after."""

from datetime import datetime, timedelta

from tenure.alerts.models import Alert
from tenure.alerts.words import AlertRule, AlertState
from tenure.customers.words import CustomerStatus
from tenure.foundation.audit.trail import Author
from tenure.programme.in_force import programme
from tenure.programme.words import Care
from tenure.recovery.actions import AlreadyOpen, open_case
from tenure.recovery.models import Case
from tenure.recovery.words import CaseState

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
