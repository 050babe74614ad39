"""The rows behind a customer's figures: a tab each, all alike. To add one: a Records, a line below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from tenure.contracts.models import Contract, Invoice
from tenure.customers.models import Customer, Stakeholder
from tenure.foundation.web.templatetags.saying import day, money, short_day
from tenure.health.models import HealthScore
from tenure.plans.models import Milestone
from tenure.support.models import Ticket
from tenure.surveys.models import SurveyAnswer

type Cells = list[Any]


@dataclass(frozen=True)
class Records:
    """One kind of rows: its tab, its columns, and how a row reads. Numbers stand to the right."""

    code: str
    title: str
    columns: tuple[str, ...]
    rows: Callable[[Customer], Sequence[Any] | QuerySet[Any]]
    cells: Callable[[Any], Cells]
    empty: str


def unless_none(value: Any, words: str = "") -> Any:
    return words if value is None else value


USAGE = """
select u.day, max(u.active_users), sum(u.logins),
    round(coalesce(max(u.seconds) filter (where f.name = ''), sum(u.seconds)) / 60.0),
    count(*) filter (where f.name <> '' and u.uses > 0),
    sum(u.uses), sum(u.errors)
from usage_dailyusage u join usage_feature f on f.id = u.feature_id
where u.customer_id = %s
group by u.day order by u.day desc limit 1000
"""


def usage_rows(customer: Customer) -> Sequence[Any]:
    with connection.cursor() as cursor:
        cursor.execute(USAGE, [customer.id])
        rows: Sequence[Any] = cursor.fetchall()
    return rows


RECORDS: tuple[Records, ...] = (
    Records(
        "scores",
        "Scores",
        ("Recorded", "As of", "Score", "Level", "Engagement", "Success", "Satisfaction", "Financial", "By"),
        lambda customer: HealthScore.objects.filter(customer=customer).order_by("-recorded_at"),
        lambda s: [
            day(s.recorded_at), short_day(s.known_until), s.score, s.get_level_display(),
            *(unless_none(v, "unknown") for v in
              (s.engagement_score, s.success_score, s.satisfaction_score, s.financial_score)),
            s.recorded_by,
        ],
        "No score yet.",
    ),
    Records(
        "usage",
        "Usage",
        ("Day", "Active users", "Logins", "Minutes", "Features used", "Uses", "Errors"),
        usage_rows,
        lambda u: [short_day(u[0]), *(unless_none(value, "unknown") for value in u[1:])],
        "No usage is known. Import daily usage to see who uses what.",
    ),
    Records(
        "plans",
        "Plans",
        ("Due", "Milestone", "Plan", "Status", "Completed", "Owner"),
        lambda c: Milestone.objects.filter(plan__customer=c).select_related("plan").order_by("-due_on"),
        lambda m: [day(m.due_on), m.title, m.plan.title, m.get_status_display(), short_day(m.completed_on), m.owner],
        "No plan yet.",
    ),
    Records(
        "contracts",
        "Contracts",
        ("From", "To", "Contract", "A year", "Seats", "Billed", "Trial", "Ended by churn"),
        lambda customer: Contract.objects.filter(customer=customer).order_by("-starts_on"),
        lambda c: [
            day(c.starts_on), day(c.ends_on) or "open", str(c), money(c.annual_value),
            unless_none(c.seats, "unknown"), c.get_billing_period_display(),
            "yes" if c.is_trial else "", "yes" if c.ended_by_churn else "",
        ],
        "No contract is known. Import contracts to see value and renewals.",
    ),
    Records(
        "invoices",
        "Invoices",
        ("Due", "Amount", "Paid"),
        lambda customer: Invoice.objects.filter(customer=customer).order_by("-due_on"),
        lambda i: [day(i.due_on), money(i.amount), day(i.paid_on) or "not yet"],
        "No invoice is known.",
    ),
    Records(
        "tickets",
        "Tickets",
        ("Opened", "Priority", "Subject", "Closed", "First answer", "Rating", "Escalated"),
        lambda customer: Ticket.objects.filter(customer=customer).order_by("-opened_at"),
        lambda t: [
            day(t.opened_at), t.priority, str(t), day(t.closed_at) or "open",
            "unknown" if t.first_response_minutes is None else f"{t.first_response_minutes} min",
            unless_none(t.satisfaction, "not rated"), "yes" if t.is_escalated else "",
        ],
        "No ticket is known.",
    ),
    Records(
        "surveys",
        "Surveys",
        ("Answered", "Survey", "Score", "Comment"),
        lambda customer: SurveyAnswer.objects.filter(customer=customer).order_by("-answered_at"),
        lambda a: [day(a.answered_at), a.kind, a.score, a.comment],
        "Nobody answered a survey yet.",
    ),
    Records(
        "people",
        "People",
        ("Name", "Role", "Title", "E-mail", "Phone", "Left"),
        lambda customer: Stakeholder.objects.filter(customer=customer).order_by("left_on", "name"),
        lambda p: [p.name, p.get_role_display(), p.title, p.email, p.phone, day(p.left_on)],
        "Nobody at this customer is known yet.",
    ),
)  # fmt: skip
RECORDS_BY_CODE = {records.code: records for records in RECORDS}

# Where the rows behind each measure stand.
ROWS_OF_MEASURE = {
    "login_frequency": "usage",
    "feature_adoption": "usage",
    "time_spent": "usage",
    "daily_active_users": "usage",
    "adoption_velocity": "usage",
    "goal_attainment": "plans",
    "nps": "surveys",
    "csat": "surveys",
    "ticket_satisfaction": "tickets",
    "complaints": "tickets",
    "payment_history": "invoices",
    "expansion_revenue": "contracts",
    "contract_compliance": "contracts",
}
