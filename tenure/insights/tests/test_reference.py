"""Random months against loops over the same rows, written from the definitions alone: what customers say,
how they are, and what they ask for."""

from datetime import UTC, datetime, time, timedelta
from statistics import mean

import pytest

from tenure.customers.models import SuccessProfile
from tenure.health.models import HealthScore
from tenure.insights.tests.making import told, value
from tenure.insights.tests.world import FIRST, LAST, share
from tenure.programme.in_force import tiers
from tenure.programme.words import Tier
from tenure.support.models import Ticket
from tenure.surveys.models import SurveyAnswer

ENDS = datetime.combine(LAST + timedelta(days=1), time(), UTC)


def scores(kind):
    return list(SurveyAnswer.objects.filter(kind=kind).values_list("score", flat=True))


def test_answers_agree(some):
    nps = scores("NPS")
    assert value("nps") == pytest.approx(share((one >= 9) - (one <= 6) for one in nps))
    assert told("nps_promoters") == pytest.approx(share(one >= 9 for one in nps))
    assert told("csat") == pytest.approx(share(one >= 4 for one in scores("CSAT")))
    assert told("csat_mean") == pytest.approx(mean(scores("CSAT")))
    assert told("ces") == pytest.approx(mean(scores("CES")))
    assert told("product_satisfaction") == pytest.approx(mean(scores("PRODUCT")))
    assert told("ces_agree") == pytest.approx(share(one >= 5 for one in scores("CES")))


def test_health_agrees(some):
    newest = {}
    for one in HealthScore.objects.filter(recorded_at__lt=ENDS).order_by("recorded_at"):
        if one.customer.customer_since < ENDS:
            newest[one.customer_id] = one.score

    assert value("health_score") == pytest.approx(mean(newest.values()))
    assert told("healthy_customers") == pytest.approx(share(one >= 60 for one in newest.values()))


def of_the_month():
    return [one for one in Ticket.objects.all() if FIRST <= one.opened_at.date() <= LAST]


def test_tickets_and_training_agree(some):
    rated = [
        one.satisfaction for one in Ticket.objects.exclude(satisfaction=None)
        if FIRST <= one.closed_at.date() <= LAST
    ]  # fmt: skip
    here = sum(one.customer_since < ENDS for one in some)
    asked = sum(one.customer.customer_since < ENDS for one in of_the_month())
    trained = [
        one for one in SuccessProfile.objects.exclude(total_users=None)
        if one.customer.customer_since < ENDS
    ]  # fmt: skip
    ready = sum(one.users_trained for one in trained) / sum(one.total_users for one in trained)

    assert value("support_satisfaction") == pytest.approx(share(one >= 4 for one in rated))
    assert told("ticket_volume") == pytest.approx(asked / here / (31 / 30.4375))
    assert told("activation") == pytest.approx(100 * ready)


def test_first_contact_agrees(some):
    closed = [
        one.customer_replies for one in Ticket.objects.exclude(closed_at=None)
        if FIRST <= one.closed_at.date() <= LAST
    ]  # fmt: skip
    known = [replies for replies in closed if replies is not None]

    assert value("first_contact_resolution") == pytest.approx(share(one == 0 for one in known))
    assert told("first_contact_of_all") == pytest.approx(share(one == 0 for one in closed))


def kept(ticket, done, hours):
    """Whether a promise of so many hours was kept by the end of the month; None while it can be."""
    due = ticket.opened_at + timedelta(hours=hours)
    if done and done <= ENDS:
        return done <= due
    return False if due < ENDS else None


def test_promises_agree(some):
    promise, answered, solved = tiers().promise(Tier.SMALL_BUSINESS), [], []
    hurried = [one for one in of_the_month() if one.priority in ("P1", "P2")]
    for one in hurried:
        solved.append(kept(one, one.closed_at, promise.resolution_hours[one.priority]))
        minutes = one.first_response_minutes
        if minutes is None and one.closed_at:
            continue  # nobody knows whether it was answered in time
        at = one.opened_at + timedelta(minutes=minutes) if minutes else None
        answered.append(kept(one, at, promise.first_response_hours[one.priority]))
    Ticket.objects.exclude(id__in=[one.id for one in hurried]).delete()

    assert value("first_response") == pytest.approx(share(o for o in answered if o is not None))
    assert told("resolution") == pytest.approx(share(o for o in solved if o is not None))
