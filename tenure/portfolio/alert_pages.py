"""An alert, and what the rules of alerts say of a customer."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from tenure.alerts import queries, rules
from tenure.alerts.forms import OUTCOMES, SLEEPS
from tenure.alerts.inbox import sentence
from tenure.alerts.models import Alert
from tenure.alerts.words import AlertRule, AlertState
from tenure.customers.models import Customer
from tenure.foundation.audit.sentences import sentences_about
from tenure.foundation.web.templatetags.saying import today
from tenure.health import scorecards
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.recovery.models import Case
from tenure.recovery.words import CaseState
from tenure.usage.queries import last_day_reported


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def alert_page(request: PersonRequest, alert_id: UUID) -> HttpResponse:
    visible = Alert.objects.visible_to(request.user)
    alert = get_object_or_404(
        visible.select_related("customer__current_health", "owner"), id=alert_id
    )
    editable = Alert.objects.editable_by(request.user).filter(id=alert.id)
    shown = {
        "alert": alert,
        "sentence": sentence(alert, today()),
        "conditions": _traced(alert.customer, AlertRule(alert.rule)),
        "latest": sentences_about(alert.customer_id, limit=10),
        "may_work": editable.exists(),
        "is_open": alert.state == AlertState.OPEN,
        "is_resolved": alert.state == AlertState.RESOLVED,
        "sleeps": SLEEPS,
        "outcomes": OUTCOMES,
        "back": request.path,
        "case": Case.objects.filter(customer=alert.customer_id, state=CaseState.OPEN).first(),
    }
    return render(request, "alerts/alert.html", shown)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def rules_page(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    """Why each rule did, or did not, open an alert for a customer."""
    found = Customer.objects.visible_to(request.user).filter(id=customer_id)
    customer = found.select_related("current_health").first()
    if customer is None:
        raise Http404
    traced = [(rule, conditions, all(c.is_met for c in conditions))
              for rule in AlertRule for conditions in [_traced(customer, rule)]]  # fmt: skip
    alerts = Alert.objects.filter(customer=customer).select_related("owner").order_by("-opened_at")
    shown = {
        "customer": customer,
        "traced": traced,
        "alerts": [(alert, sentence(alert, today())) for alert in alerts[:50]],
    }
    return render(request, "alerts/rules.html", shown)


def _traced(customer: Customer, rule: AlertRule) -> tuple[rules.Condition, ...]:
    facts = queries.facts_of(customer.id, last_day_reported(today()))
    return rules.conditions(rule, facts, scorecards.in_force())
