"""What tests of metrics are made of: October 2026, and rows that stand in it."""

from datetime import UTC, date, datetime
from decimal import Decimal

from django.db import connection

from tenure.contracts.models import Contract
from tenure.insights.figure import EVERYBODY, Scope
from tenure.insights.figures import figures
from tenure.insights.filling import fill
from tenure.insights.periods import period_of
from tenure.insights.words import PeriodType
from tenure.surveys.models import SurveyAnswer
from tenure.usage.models import DailyUsage, Feature
from tests.moments import NOON

OCTOBER = period_of(PeriodType.MONTHLY, date(2026, 10, 15))
DAY = datetime(2026, 10, 10, 12, tzinfo=UTC)
SINCE = datetime(2025, 1, 1, tzinfo=UTC)


def value(code: str, scope: Scope = EVERYBODY) -> float | None:
    """What October comes to, reckoned anew."""
    fill(OCTOBER, NOON)
    return told(code, scope)


def told(code: str, scope: Scope = EVERYBODY) -> float | None:
    """What was reckoned of October."""
    return figures(OCTOBER, scope)[code].value


def answer(customer, kind: str, *scores: int) -> None:
    for score in scores:
        SurveyAnswer.objects.create(customer=customer, kind=kind, score=score, answered_at=DAY)


def contract(customer, first: date, last: date | None, worth: int, **more: object) -> Contract:
    more = {"created_at": NOON} | more
    return Contract.objects.create(
        customer=customer, starts_on=first, ends_on=last, annual_value=Decimal(worth), **more
    )


def used(customer, day: date, feature: str = "", **counts: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select make_usage_partitions(%s, %s)", [day, day])
    found, _ = Feature.objects.get_or_create(name=feature)
    DailyUsage.objects.create(customer=customer, day=day, feature=found, **counts)
