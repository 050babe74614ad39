"""The kinds of rows that a customer's page has tabs for. To add one: a Records in this tuple."""

from django.urls import reverse
from django.utils.html import format_html

from tenure.contracts.models import Contract, Invoice
from tenure.customers.models import Stakeholder
from tenure.foundation.web.templatetags.saying import day, money, short_day
from tenure.health.measures import MEASURE_BY_CODE
from tenure.health.models import ReportedReading
from tenure.plans.models import Milestone
from tenure.portfolio.records.records import Records
from tenure.portfolio.records.usage import usage_by_day
from tenure.support.models import Ticket
from tenure.surveys.models import SurveyAnswer


def linked(name: str, row: Contract) -> str:
    return format_html('<a class="link" href="{}">{}</a>', reverse(name, args=[row.id]), row)


def reading_in_words(reading: ReportedReading) -> tuple[str, str]:
    """The measure's title, and the value in its unit; a measure that is gone has its code left."""
    measure = MEASURE_BY_CODE.get(reading.code)
    if measure is None:
        return reading.code, f"{reading.value:g}"
    return measure.title, f"{measure.figure(reading.value)} {measure.unit}"


RECORDS: tuple[Records, ...] = (
    Records(
        code="usage",
        title="Usage",
        columns=("Day", "Active users", "In 7 days", "In 28 days", "Logins", "Minutes", "Features used", "Uses",
                 "Errors"),
        right=frozenset({"Active users", "In 7 days", "In 28 days", "Logins", "Minutes", "Features used", "Uses",
                         "Errors"}),
        rows=usage_by_day,
        rows_within=usage_by_day,
        cells=lambda u: [short_day(u[0]), *u[1:]],
        empty="No usage is known. Import daily usage to see who uses what.",
    ),
    Records(
        code="plans",
        title="Plans",
        day="due_on",
        columns=("Due", "Milestone", "Plan", "Status", "Completed", "Owner"),
        rows=lambda customer: Milestone.objects.filter(plan__customer=customer)
        .select_related("plan").order_by("-due_on", "-id"),
        cells=lambda m: [
            day(m.due_on), m.title, m.plan.title, m.get_status_display(), short_day(m.completed_on),
            m.owner,
        ],
        empty="No plan yet.",
    ),
    Records(
        code="contracts",
        title="Contracts",
        columns=("From", "To", "Contract", "A year", "Seats", "Billed", "Trial", "Ended by churn"),
        right=frozenset({"A year", "Seats"}),
        rows=lambda customer: Contract.objects.filter(customer=customer).order_by("-starts_on", "-id"),
        cells=lambda c: [
            day(c.starts_on), day(c.ends_on) or "open", linked("contract", c), money(c.annual_value), c.seats,
            c.get_billing_period_display(), "yes" if c.is_trial else "",
            "yes" if c.ended_by_churn else "",
        ],
        empty="No contract is known. Import contracts, or write one down, to see value and renewals.",
        add="new-contract",
    ),
    Records(
        code="invoices",
        title="Invoices",
        day="due_on",
        columns=("Due", "Amount", "Paid"),
        right=frozenset({"Amount"}),
        rows=lambda customer: Invoice.objects.filter(customer=customer).order_by("-due_on", "-id"),
        cells=lambda i: [day(i.due_on), money(i.amount), day(i.paid_on) or "not yet"],
        empty="No invoice is known.",
    ),
    Records(
        code="tickets",
        title="Tickets",
        day="opened_at__date",
        columns=("Opened", "Priority", "Subject", "Closed", "First answer", "Wrote again", "Rating", "Escalated"),
        right=frozenset({"First answer", "Wrote again", "Rating"}),
        long="Subject",
        rows=lambda customer: Ticket.objects.filter(customer=customer).order_by("-opened_at", "-id"),
        cells=lambda t: [
            day(t.opened_at), t.priority, str(t), day(t.closed_at) or "open",
            None if t.first_response_minutes is None else f"{t.first_response_minutes} min",
            t.customer_replies, "not rated" if t.satisfaction is None else t.satisfaction,
            "yes" if t.is_escalated else "",
        ],
        empty="No ticket is known.",
    ),
    Records(
        code="surveys",
        title="Surveys",
        day="answered_at__date",
        columns=("Answered", "Survey", "Score", "Comment"),
        right=frozenset({"Score"}),
        long="Comment",
        rows=lambda customer: SurveyAnswer.objects.filter(customer=customer)
        .order_by("-answered_at", "-id"),
        cells=lambda a: [day(a.answered_at), a.get_kind_display(), a.score, a.comment],
        empty="Nobody answered a survey yet.",
    ),
    Records(
        code="people",
        title="People",
        columns=("Name", "Role", "Title", "E-mail", "Phone", "Left"),
        rows=lambda customer: Stakeholder.objects.filter(customer=customer)
        .order_by("left_on", "name", "id"),
        cells=lambda p: [p.name, p.get_role_display(), p.title, p.email, p.phone, day(p.left_on)],
        empty="Nobody at this customer is known yet.",
    ),
    Records(
        code="readings",
        title="Readings",
        columns=("Day", "Measure", "Value", "Reported by", "Recorded by"),
        right=frozenset({"Value"}),
        rows=lambda customer: ReportedReading.objects.filter(customer=customer)
        .order_by("-day", "code"),
        cells=lambda r: [day(r.day), *reading_in_words(r), r.source, r.recorded_by],
        empty="No other system has reported a measure of this customer. Send readings over the API, "
        "or import a file of them.",
    ),
)  # fmt: skip
RECORDS_BY_CODE = {records.code: records for records in RECORDS}
