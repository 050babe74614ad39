"""Alerts that people work on, and why a rule fired or did not, over the API."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from ninja import Query

from tenure.alerts import actions, queries, rules
from tenure.alerts.models import Alert
from tenure.alerts.words import AlertOutcome, AlertRule
from tenure.customers.finding import editable_customer, visible_customer
from tenure.foundation.database.prepared import first_value
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.paging import numbered
from tenure.health import scorecards
from tenure.health.api import router
from tenure.people.callers import ApiRequest, Area, reads, writes
from tenure.people.permissions import Permission
from tenure.portfolio.alert_schemas import ALERTS, AlertFilters, AlertWork, RuleTrace, WorkedAlert
from tenure.usage.queries import last_day_reported

WHERE = """
where (cardinality(%(state)s::text[]) = 0 or a.state = any(%(state)s))
    and (cardinality(%(rule)s::text[]) = 0 or a.rule = any(%(rule)s))
    and (%(owner)s::uuid is null or a.owner_id = %(owner)s)
    and (%(customer)s::uuid is null or a.customer_id = %(customer)s)
"""
NEWEST = " order by a.opened_at desc, a.id desc limit %(limit)s offset %(skip)s"


@router.get("/alerts", response=answers.page_schema(WorkedAlert, "Alerts"))
@reads(Area.HEALTH)
def list_alerts(request: ApiRequest, filters: Query[AlertFilters]) -> HttpResponse:
    """Alerts, the newest first."""
    if not request.auth.person.may(Permission.CUSTOMERS_VIEW):
        return answers.listed(b"[]", answers.empty_page(filters.page, filters.limit))
    told: dict[str, Any] = {
        "state": [state.value for state in filters.state],
        "rule": [rule.value for rule in filters.rule],
        "owner": filters.owner_id,
        "customer": filters.customer_id,
        "limit": filters.limit,
        "skip": (filters.page - 1) * filters.limit,
    }
    total = first_value(f"select count(*) from alerts_alert a {WHERE}", told)
    page = numbered(filters.page, filters.limit, total) | {"nextCursor": None}
    return answers.listed(first_value(ALERTS.objects(WHERE + NEWEST), told), page)


@router.post("/alerts/{alert_id}", response={201: answers.answer_of(WorkedAlert, "Alert")})
@writes(Area.HEALTH)
@once
def work_on_alert(request: ApiRequest, alert_id: UUID, body: AlertWork) -> HttpResponse:
    """Take an alert, let it sleep, resolve it or open it again. What is so already stays so."""
    person, at = request.auth.person, timezone.now()
    found = Alert.objects.filter(id=alert_id).first()
    if found is None:
        raise Http404("There is no such alert.")
    editable_customer(found.customer_id, person)
    by: dict[str, Any] = {"alerts": [alert_id], "by": request.auth, "at": at}
    match body.do:
        case "take":
            actions.assign_alerts(owner=person, **by)
        case "snooze":
            actions.snooze_alerts(until=body.until or at.date() + timedelta(days=7), **by)
        case "resolve":
            outcome = body.outcome or AlertOutcome.ACTION_TAKEN
            actions.resolve_alerts(outcome=outcome, note=body.note or "", **by)
        case "reopen":
            actions.reopen_alerts(**by)
    return answers.row(ALERTS, "where a.id = %s", [alert_id], 201)


@router.get(
    "/customers/{customer_id}/alert-rules",
    response={200: answers.answer_of(list[RuleTrace], "AlertRules")},
)
@reads(Area.HEALTH)
def trace_rules(request: ApiRequest, customer_id: UUID) -> HttpResponse:
    """Why each rule fires for a customer, or does not: what it asks, and how it is."""
    visible_customer(customer_id, request.auth.person)
    facts = queries.facts_of(customer_id, last_day_reported(timezone.now().date()))
    card = scorecards.in_force()
    told = [_traced(rule, rules.conditions(rule, facts, card)) for rule in AlertRule]
    return answers.computed(told)


def _traced(rule: AlertRule, conditions: tuple[rules.Condition, ...]) -> dict[str, Any]:
    asked = [{"words": c.words, "actual": c.actual, "isMet": c.is_met} for c in conditions]
    fires = all(condition.is_met for condition in conditions)
    return {"rule": rule.value, "title": rule.label, "fires": fires, "conditions": asked}
