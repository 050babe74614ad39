"""Due reviews of customers as the database has them, the day proposed, and the completion rate."""

from datetime import UTC, date, datetime

import pytest

from tenure.portfolio.reviewing.completion import completion, completion_by
from tenure.portfolio.reviewing.periods import period_named, running
from tenure.portfolio.reviewing.reading import read_dues
from tenure.programme.words import Tier
from tenure.reviews import actions
from tenure.reviews.models import ReviewType
from tests.moments import NOON, TODAY


@pytest.fixture
def hold(acme, alice):
    def held(kind: ReviewType, *day: int):
        return actions.hold_review(
            customer=acme, review_type=kind, reviewed_at=datetime(*day, 10, tzinfo=UTC),
            attendees=[], facts={}, by=alice, at=NOON,
        )  # fmt: skip

    return held


def told(period, customer=None):
    return [
        (one.due.cadence.value, one.due.state.value, one.due.last, one.proposed_on)
        for one in read_dues(period, NOON, customer)
    ]


def test_before_anybody_wrote_one_down_only_what_runs_is_due(acme):
    found = told(period_named("this-quarter", TODAY))
    assert [(kind, state, last) for kind, state, last, _ in found] == [
        ("MONTHLY", "DUE", date(2026, 11, 30)), ("QUARTERLY", "DUE", date(2026, 12, 31)),
    ]  # fmt: skip
    assert found[0][3] == date(2026, 11, 26)  # three working days to prepare it
    assert found[1][3] == date(2026, 12, 7)  # ten


def test_the_next_one_is_proposed_as_long_after_the_last_as_its_cadence_is(acme, hold):
    hold(ReviewType.QUARTERLY, 2026, 9, 15)
    found = {kind: day for kind, _, _, day in told(running(TODAY))}
    assert found == {"MONTHLY": date(2026, 11, 26), "QUARTERLY": date(2026, 12, 15)}


def test_completion_counts_what_was_held_of_what_was_due(acme, hold, alice):
    hold(ReviewType.QUARTERLY, 2026, 7, 1)  # from here on they are known
    hold(ReviewType.MONTHLY, 2026, 9, 2)

    found = read_dues(period_named("last-quarter", TODAY), NOON)
    assert (completion(found).held, completion(found).due) == (2, 3)  # August was missed
    by_tier = completion_by(found, lambda one: one.tier)
    assert by_tier[Tier.MID_MARKET].ratio == pytest.approx(2 / 3)
    assert completion_by(found, lambda one: one.csm).keys() == {alice.id}


def test_where_nothing_was_due_the_rate_is_unknown():
    assert completion([]).ratio is None


def test_a_scheduled_review_is_no_longer_due(acme, alice):
    actions.schedule_review(
        customer=acme, review_type=ReviewType.MONTHLY, facts={}, by=alice, at=NOON,
        scheduled_at=datetime(2026, 11, 27, 10, tzinfo=UTC),
    )  # fmt: skip
    states = {kind: state for kind, state, _, _ in told(running(TODAY), acme.id)}
    assert states == {"MONTHLY": "SCHEDULED", "QUARTERLY": "DUE"}


def test_who_has_left_is_due_no_more(acme):
    type(acme).objects.update(status="CHURNED", churned_on=date(2026, 11, 1))
    assert told(running(TODAY)) == []


@pytest.mark.parametrize(("code", "first", "last"), [
    ("", date(2026, 10, 1), date(2026, 12, 31)),
    ("NONSENSE", date(2026, 10, 1), date(2026, 12, 31)),
    ("last-quarter", date(2026, 7, 1), date(2026, 9, 30)),
    ("year", date(2025, 11, 1), date(2026, 12, 31)),
])  # fmt: skip
def test_periods_are_those_of_the_calendar(code, first, last):
    period = period_named(code, TODAY)
    assert (period.first, period.last) == (first, last)
