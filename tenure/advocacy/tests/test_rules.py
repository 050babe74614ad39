"""When somebody may be asked, and how well a reference fits: worked by hand, and for all there are."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenure.advocacy.fitting import Known, Wanted, fit, percent
from tenure.advocacy.rules import Ask, next_quarter, rest
from tenure.advocacy.words import AdvocacyStatus
from tenure.programme.advocacy import Fit, Limits

DAY = date(2026, 11, 23)
ZOE, YAN = UUID(int=1), UUID(int=2)
LIMITS = Limits(asks_a_quarter=2, asks_a_quarter_of_customer=3, rest_after_ask=14,
                rest_after_favour=45, rest_after_refusal=120)  # fmt: skip
FIT = Fit(industry=30, tier=15, use_case=20, health=20, rested=15, healthy_from=60, rested_days=180)
TIERS = ("ENTERPRISE", "MID_MARKET", "SMALL_BUSINESS", "TRIAL")
REQUESTED, COMPLETED = AdvocacyStatus.REQUESTED, AdvocacyStatus.COMPLETED
DECLINED = AdvocacyStatus.DECLINED


def asked(
    on: date | None, who: UUID | None = ZOE, status=REQUESTED, ended: date | None = None
) -> Ask:
    return Ask(who, on, status, ended)


@pytest.mark.parametrize(
    ("asks", "until", "says"),
    [
        ([], None, ""),
        ([asked(date(2026, 11, 10))], date(2026, 11, 24), "Asked on 10 November 2026."),
        ([asked(date(2026, 11, 9))], None, ""),
        ([asked(None, status=COMPLETED, ended=date(2026, 10, 20))], date(2026, 12, 4), "Did a favour"),
        ([asked(None, status=COMPLETED, ended=date(2026, 10, 9))], None, ""),
        ([asked(date(2026, 7, 30), status=DECLINED, ended=date(2026, 8, 1))], date(2026, 11, 29), "Declined"),
        ([asked(date(2026, 10, 1)), asked(date(2026, 10, 20))], date(2027, 1, 1), "Asked 2 times"),
        ([asked(date(2026, 9, 30)), asked(date(2026, 10, 20))], None, ""),
        ([asked(date(2026, 11, 20), YAN)], None, ""),
        ([asked(date(2026, 11, 20), None)], date(2026, 12, 4), "Asked on 20"),
        ([asked(date(2026, 10, 2), YAN), asked(date(2026, 10, 3), YAN), asked(date(2026, 10, 4))],
         date(2027, 1, 1), "Its people were asked 3 times"),
    ],
)  # fmt: skip
def test_who_is_left_in_peace_until_when_and_why(asks, until, says):
    found = rest(asks, ZOE, DAY, LIMITS)

    assert (found and found.until) == until
    assert found is None or says in found.says


def test_of_several_reasons_the_longest_is_told():
    asks = [asked(date(2026, 11, 20)), asked(None, status=DECLINED, ended=date(2026, 11, 22))]

    assert rest(asks, ZOE, DAY, LIMITS).until == date(2027, 3, 22)


def test_a_customer_as_a_whole_rests_when_anybody_of_it_does():
    assert rest([asked(date(2026, 11, 20))], None, DAY, LIMITS).until == date(2026, 12, 4)


@pytest.mark.parametrize(
    ("day", "begins"),
    [(date(2026, 1, 1), date(2026, 4, 1)), (date(2026, 9, 30), date(2026, 10, 1)),
     (date(2026, 12, 31), date(2027, 1, 1))],
)  # fmt: skip
def test_the_next_quarter(day, begins):
    assert next_quarter(day) == begins


days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
asks = st.builds(
    Ask, st.sampled_from([None, ZOE, YAN]), st.none() | days, st.sampled_from([REQUESTED, COMPLETED, DECLINED]),
    st.none() | days,
)  # fmt: skip


@given(st.lists(asks, max_size=8), days)
def test_whoever_waits_as_told_may_be_asked(those, day):
    """Unless something else happens meanwhile, nobody waits for ever: each rest ends on its day."""
    those = [one for one in those if (one.asked_on or day) <= day and (one.ended_on or day) <= day]
    steps = 0
    while (found := rest(those, ZOE, day, LIMITS)) is not None:
        assert found.until > day
        day, steps = found.until, steps + 1
        assert steps <= 5
    assert (
        sum((one.asked_on or date.min) > day - timedelta(14) for one in those if one.contact == ZOE)
        == 0
    )


def test_each_point_of_a_fit_is_worked_by_hand():
    known = Known("Retail", "MID_MARKET", "save claims time", 90, 80, DAY - timedelta(days=90))
    lines = fit(Wanted("retail", "ENTERPRISE", "claims letters"), known, DAY, FIT, TIERS)

    assert [(one.about, one.points, one.of) for one in lines] == [
        ("Industry", 30, 30), ("Tier", 7.5, 15), ("Use case", 10, 20), ("Health", 10, 20), ("Rested", 7.5, 15),
    ]  # fmt: skip
    assert percent(lines) == 65


def test_what_is_not_asked_for_does_not_count():
    lines = fit(Wanted(), Known("", "TRIAL", "", 100, 100, None), DAY, FIT, TIERS)

    assert ([one.about for one in lines], percent(lines)) == (["Health", "Rested"], 100)


words = st.text("abc ", max_size=12).map(str.strip)
knowns = st.builds(Known, words, st.sampled_from(TIERS), words, st.integers(0, 100),
                   st.integers(0, 100), st.none() | days)  # fmt: skip
wanteds = st.builds(Wanted, words, st.sampled_from(("", *TIERS)), words)


@given(wanteds, knowns, days)
def test_a_fit_lies_between_nothing_and_all_and_its_lines_add_up(wanted, known, day):
    lines = fit(wanted, known, day, FIT, TIERS)

    assert all(0 <= one.points <= one.of for one in lines)
    assert 0 <= percent(lines) <= 100
    better = fit(
        wanted,
        Known(wanted.industry, wanted.tier or known.tier, wanted.use_case, 100, 100, None),
        day,
        FIT,
        TIERS,
    )
    assert percent(better) == pytest.approx(100)
