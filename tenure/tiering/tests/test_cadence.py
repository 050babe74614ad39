"""Reviews that are promised, and whether they were held: worked by hand on a calendar of 2026."""

from datetime import date

import pytest

from tenure.programme.in_force import tiers
from tenure.programme.tiers import TierReview
from tenure.programme.words import Cadence, Tier
from tenure.tiering.rules.cadence import Span, kept_reviews, stretches

JANUARY = date(2026, 1, 1)


def kept(promised, held, today=date(2026, 7, 15), **told):
    days = {"since": JANUARY, "begins": date(2025, 5, 1), "until": date.max, "known_since": JANUARY}
    span = Span(**(days | told), today=today)
    return [(one.first, one.keeping.value) for one in kept_reviews(promised, held, span)]


QUARTERLY, MONTHLY = [TierReview(Cadence.QUARTERLY)], [TierReview(Cadence.MONTHLY)]


def test_a_quarter_with_a_review_is_kept_one_without_is_missed_the_running_one_neither():
    assert kept(QUARTERLY, [("QUARTERLY", date(2026, 3, 31)), ("QUARTERLY", date(2026, 7, 1))]) == [
        (date(2026, 1, 1), "KEPT"), (date(2026, 4, 1), "MISSED"), (date(2026, 7, 1), "KEPT"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("today", "word"), [(date(2026, 6, 30), "RUNNING"), (date(2026, 7, 1), "MISSED")]
)
def test_on_its_last_day_a_review_can_still_be_held(today, word):
    assert kept(QUARTERLY, [], today)[1] == (date(2026, 4, 1), word)


def test_a_review_that_looks_further_does_for_a_nearer_one_and_not_the_other_way():
    day = date(2026, 2, 3)

    assert kept(MONTHLY, [("QUARTERLY", day)], date(2026, 3, 1))[1] == (date(2026, 2, 1), "KEPT")
    assert kept(QUARTERLY, [("MONTHLY", day)])[0] == (JANUARY, "MISSED")


def test_a_stretch_counts_when_it_lies_wholly_within_the_time_as_a_customer():
    months = kept(MONTHLY, [], date(2026, 6, 1), begins=date(2026, 1, 2), until=date(2026, 4, 29))

    assert months == [(date(2026, 2, 1), "MISSED"), (date(2026, 3, 1), "MISSED")]


def test_weekly_in_the_first_month_means_the_weeks_within_its_thirty_days():
    weekly = [TierReview(Cadence.WEEKLY, 30)]
    # From Wednesday 3 June on 30 days: to Thursday 2 July. Whole weeks begin on 8, 15 and 22 June.
    weeks = kept(weekly, [("WEEKLY", date(2026, 6, 21))], begins=date(2026, 6, 3))

    assert weeks == [
        (date(2026, 6, 8), "MISSED"), (date(2026, 6, 15), "KEPT"), (date(2026, 6, 22), "MISSED"),
    ]  # fmt: skip


def test_whoever_is_promised_nothing_is_owed_nothing():
    assert kept(tiers().promise(Tier.TRIAL).reviews, []) == []


def test_what_ended_before_anybody_wrote_reviews_down_is_unknown_and_what_runs_is_not():
    known = date(2026, 5, 20)

    assert kept(MONTHLY, [("MONTHLY", date(2026, 7, 2))], known_since=known) == [
        (date(2026, 6, 1), "MISSED"), (date(2026, 7, 1), "KEPT"),
    ]  # fmt: skip
    assert kept(QUARTERLY, [], known_since=date(2026, 7, 10)) == [(date(2026, 7, 1), "RUNNING")]


def test_stretches_of_the_calendar_cross_years_and_leap_days():
    weeks = list(stretches(Cadence.WEEKLY, date(2027, 12, 30), date(2028, 1, 4)))
    months = list(stretches(Cadence.MONTHLY, date(2028, 2, 1), date(2028, 2, 29)))

    assert weeks == [(date(2028, 1, 3), date(2028, 1, 9))]
    assert months == [(date(2028, 2, 1), date(2028, 2, 29))]
    assert len(list(stretches(Cadence.DAILY, date(2028, 2, 1), date(2028, 3, 1)))) == 30
