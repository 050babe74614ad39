"""Small worlds to measure: a few rows about a customer, and what a measure then says."""

from datetime import UTC, date, datetime, time, timedelta
from math import isnan

from django.db import connection

from tenure.contracts.models import Contract, Invoice
from tenure.foundation.database.columns import Asked
from tenure.health import facts
from tenure.plans.models import Milestone, SuccessPlan
from tenure.programme.in_force import scorecard
from tenure.support.models import Ticket
from tenure.surveys.models import SurveyAnswer
from tenure.usage.models import DailyUsage, Feature
from tests.moments import NOON, TODAY


def reading(customer, code: str, day: date = TODAY) -> float | None:
    """What a measure says of a customer on a day; None where it is unknown."""
    gathered = facts.gather(Asked([customer.id], [day]), with_profiles=True)
    column = [measure.code for measure in scorecard().measures].index(code)
    value = float(facts.measure(gathered, scorecard())[0, column])
    return None if isnan(value) else value


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def at_noon(days: int) -> datetime:
    """Noon, so many days ago."""
    return datetime.combine(ago(days), time(12), UTC)


def feature(name: str, *, is_core: bool = True) -> Feature:
    return Feature.objects.get_or_create(name=name, defaults={"is_core": is_core})[0]


def usage(customer, days_ago: int, name: str = "", **counts: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select make_usage_partitions(%s, %s)", [ago(days_ago), ago(days_ago)])
    DailyUsage.objects.create(
        customer=customer, day=ago(days_ago), feature=feature(name), external_id="", **counts
    )


def contract(customer, started: int, value: int, **more) -> Contract:
    return Contract.objects.create(
        customer=customer,
        external_id=f"K-{Contract.objects.count()}",
        starts_on=ago(started),
        annual_value=value,
        created_at=NOON,
        **more,
    )


def invoice(customer, due: int, paid: int | None) -> None:
    Invoice.objects.create(
        customer=customer,
        external_id=f"I-{Invoice.objects.count()}",
        amount=100,
        due_on=ago(due),
        paid_on=None if paid is None else ago(paid),
        created_at=NOON,
    )


def ticket(customer, opened: int, **more) -> None:
    Ticket.objects.create(
        customer=customer,
        external_id=f"T-{Ticket.objects.count()}",
        opened_at=at_noon(opened),
        created_at=NOON,
        **more,
    )


def answer(customer, kind: str, score: int, days_ago: int) -> None:
    SurveyAnswer.objects.create(
        customer=customer,
        external_id=f"S-{SurveyAnswer.objects.count()}",
        kind=kind,
        score=score,
        answered_at=at_noon(days_ago),
        created_at=NOON,
    )


def milestone(customer, due: int, completed: int | None = None, **more) -> None:
    plan, _ = SuccessPlan.objects.get_or_create(
        customer=customer,
        title="Go live",
        defaults={"starts_on": ago(300), "created_at": NOON},
    )
    done = {} if completed is None else {"status": "COMPLETED", "completed_on": ago(completed)}
    Milestone.objects.create(
        plan=plan, title="A step", due_on=ago(due), created_at=NOON, **(done | more)
    )
