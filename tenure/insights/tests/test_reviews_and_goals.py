"""Reviews that were held and returns that were aimed at: by hand, and random months against loops."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from tenure.customers.models import Customer
from tenure.insights.tests.making import told, value
from tenure.insights.tests.world import FIRST, LAST, a_moment, share
from tenure.plans.models import Measurement, Objective, SuccessPlan
from tenure.reviews.models import BusinessReview
from tests.moments import NOON

KNOWN_SINCE = datetime(2026, 8, 3, 10, tzinfo=UTC)


def hold(one, at, kind="MONTHLY"):
    BusinessReview.objects.create(customer=one, review_type=kind, reviewed_at=at, created_at=NOON)


def promise(one, tier, begins=date(2026, 7, 1)):
    Customer.objects.filter(id=one.id).update(tier=tier, contract_starts_on=begins)


def test_reviews_held_of_those_that_were_due(two):
    for one in two:
        promise(one, "MID_MARKET")
    assert value("review_completion") is None  # nobody wrote a review down yet
    hold(two[0], KNOWN_SINCE)
    assert value("review_completion") == 0  # October's two, both missed
    hold(two[0], datetime(2026, 10, 20, 10, tzinfo=UTC), "QUARTERLY")  # does for the month
    hold(two[1], datetime(2026, 10, 20, 10, tzinfo=UTC), "WEEKLY")  # does not
    assert value("review_completion") == 50


def test_who_is_promised_no_review_in_the_time_owes_none(two):
    hold(two[0], KNOWN_SINCE)
    for one in two:
        promise(one, "SMALL_BUSINESS")  # by the quarter, and none ends in October
    assert value("review_completion") is None


def mondays(begins):
    """Of the first 30 days those that begin a whole week; a middle-market customer is promised one in each."""
    days = (begins + timedelta(days=n) for n in range(24))
    return [day for day in days if day.isoweekday() == 1]


def due(one):
    """Its whole months up to October's end, and the weeks of its beginning."""
    months = [(date(2026, 9, 1), date(2026, 9, 30)), (FIRST, LAST)]
    whole = [(*month, "MONTHLY") for month in months if one.contract_starts_on <= month[0]]
    begun = [(day, day + timedelta(days=6), "WEEKLY") for day in mondays(one.contract_starts_on)]
    return whole + begun


def keeper(one, first, last, kind):
    """The first review in the stretch that does for one of this kind."""
    held = BusinessReview.objects.filter(customer=one, reviewed_at__date__range=(first, last))
    enough = held.exclude(review_type="WEEKLY" if kind == "MONTHLY" else "")
    return enough.order_by("reviewed_at").values_list("id", flat=True).first()


def meetings(one):
    """Whether each meeting that October owed was held. One that keeps two stretches is one, of the
    stretch that ends first; and so is the month that was missed with its last week."""
    kept, missed = {}, set()
    for first, last, kind in due(one):
        if by := keeper(one, first, last, kind):
            kept[by] = min(last, kept.get(by, last))
        else:
            missed.add((last, kind))
    if (LAST, "MONTHLY") in missed:
        missed -= {(LAST - timedelta(days=n), "WEEKLY") for n in range(7)}
    told = [(last, True) for last in kept.values()] + [(last, False) for last, _ in missed]
    return [was for last, was in told if FIRST <= last <= LAST]


def test_reviews_agree(some):
    dice = random.Random(some[0].contract_starts_on.toordinal())
    hold(some[0], KNOWN_SINCE)
    for one in some:
        promise(one, dice.choice(["MID_MARKET", "TRIAL"]), FIRST - timedelta(dice.randint(-20, 40)))
        for _ in range(dice.randint(0, 4)):
            hold(one, a_moment(dice), dice.choice(["WEEKLY", "MONTHLY", "QUARTERLY"]))
    promised = Customer.objects.filter(tier="MID_MARKET")
    held = [was for one in promised for was in meetings(one)]

    assert value("review_completion") == pytest.approx(share(held))


def aim(one, *measured, target=120, **more):
    plan = SuccessPlan.objects.create(customer=one, title="x", starts_on=date(2026, 1, 1))
    told = {"title": "x", "metric": "roi", "baseline": 0, "target": target} | more
    goal = Objective.objects.create(plan=plan, **told)
    for day, result in measured:
        Measurement.objects.create(objective=goal, measured_on=day, value=result, measured_by="x")


def test_returns_that_were_aimed_at_and_reached(two):
    assert value("roi_reached") is None
    aim(two[0], (date(2026, 11, 5), 150))  # after October
    aim(two[0], (date(2026, 10, 5), 150), metric="seats")  # of another kind
    assert value("roi_reached") is None
    aim(two[0], (date(2026, 9, 5), 150), (date(2026, 10, 5), 110))  # the newest counts
    aim(two[1], (date(2026, 10, 5), 120), (date(2026, 11, 5), 90))  # reached when October ended
    assert value("roi_reached") == 50
    aim(two[0], (date(2026, 10, 5), 200))  # one of a customer's is enough
    assert told("roi_reached") == 50  # until it is reckoned again
    assert value("roi_reached") == 100
