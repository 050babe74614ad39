"""Acme with something to tell on every slide, and its deck."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import connection

from tenure.health import actions as health
from tenure.onboarding.values import record_value
from tenure.plans.models import Milestone, Objective, SuccessPlan
from tenure.portfolio.deck.parts import Deck
from tenure.portfolio.deck.telling import tell
from tenure.portfolio.reviewing.since import since_last
from tenure.reviews import actions
from tenure.reviews.lines import AgendaLine, Attendee
from tenure.reviews.models import PlannedReview, ReviewType
from tenure.support.models import Ticket
from tenure.usage.models import DailyUsage, Feature
from tests.moments import NOON, TODAY

USED = {8: (40, 30), 9: (30, 20), 10: (20, 8)}
"""By month of 2026: people a day, logins a day."""


def use_it(customer: Any) -> None:
    """Rows of the product as a whole, on each day of three months."""
    product, _ = Feature.objects.get_or_create(name="")
    first = date(2026, 8, 1)
    with connection.cursor() as cursor:
        cursor.execute("select make_usage_partitions(%s, %s)", [first, TODAY])
    days = [first + timedelta(days=n) for n in range((date(2026, 11, 22) - first).days)]
    DailyUsage.objects.bulk_create(
        DailyUsage(customer=customer, day=day, feature=product, logins=logins, active_users=users)
        for day in days
        for users, logins in [USED.get(day.month, (10, 2))]
    )


def fill(customer: Any, by: Any) -> None:
    use_it(customer)
    for day, closed in ((20, 21), (28, 29), (30, None)):
        Ticket.objects.create(
            customer=customer, subject="It is slow", external_id=f"T{day}",
            opened_at=datetime(2026, 9, day, 9, tzinfo=UTC),
            closed_at=closed and datetime(2026, 10, closed, 9, tzinfo=UTC),
        )  # fmt: skip
    plan = SuccessPlan.objects.create(customer=customer, title="Grow", starts_on=date(2026, 9, 1))
    Milestone.objects.create(plan=plan, title="Two teams", due_on=date(2026, 11, 1))
    Objective.objects.create(plan=plan, title="Leads answered", unit="%", baseline=40, target=80)
    for month, amount in ((9, "1000"), (10, "2500")):
        fields = {"what": "Policies sold", "achieved_on": date(2026, month, 5), "unit": "$",
                  "amount": Decimal(amount), "confirmed_by": "Zoe"}  # fmt: skip
        record_value(customer=customer, fields=fields, by=by, at=NOON)
    for back in (90, 40, 1):
        at = NOON - timedelta(days=back - 1)
        health.score_customers(
            ids=[customer.id], last_known=TODAY - timedelta(days=back), by=by, at=at
        )


def schedule(customer: Any, by: Any, kind: ReviewType = ReviewType.QUARTERLY) -> PlannedReview:
    return actions.schedule_review(
        customer=customer, review_type=kind, scheduled_at=NOON + timedelta(days=3),
        agenda=[AgendaLine("Goals", "Programme"), AgendaLine("Health fell", "Health")],
        attendees=[Attendee("Zoe", "CTO")], facts={"organiser": by}, by=by, at=NOON,
    )  # fmt: skip


def deck_of(planned: PlannedReview) -> Deck:
    return tell(planned, since_last(planned.customer, ReviewType(planned.review_type), NOON))
