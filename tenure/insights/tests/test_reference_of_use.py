"""Random months against loops over the same usage."""

from datetime import timedelta
from statistics import mean

import pytest

from tenure.insights.tests.making import told, value
from tenure.insights.tests.world import FIRST, LAST, share
from tenure.usage.models import DailyUsage, Feature

FOUR_WEEKS = LAST - timedelta(days=27)


def totals(one, since=FOUR_WEEKS):
    rows = DailyUsage.objects.filter(customer=one, feature__name="", day__range=(since, LAST))
    return list(rows)


def working(rows):
    return [row.active_users for row in rows if row.day.isoweekday() < 6]


def newest(one, column):
    """What was told last in the last week."""
    rows = sorted(totals(one, LAST - timedelta(days=6)), key=lambda row: row.day)
    told = [getattr(row, column) for row in rows if getattr(row, column) is not None]
    return told[-1] if told else None


def people(one):
    """The different ones of four weeks, where they are told; else those of the fullest day."""
    told = newest(one, "active_users_28_days")
    return max((row.active_users for row in totals(one)), default=None) if told is None else told


def seats(one):
    return sum(k.seats for k in one.contracts.all() if k.runs_on(LAST))


def over(pairs):
    """The sum of what is above over the sum of what is below, in percent."""
    known = list(pairs)
    return 100 * sum(up for up, _ in known) / sum(down for _, down in known) if known else None


def test_people_over_seats_agree(some):
    of_a_month = over(
        (people(one), seats(one)) for one in some if people(one) is not None and seats(one)
    )
    days = [(working(totals(one, FIRST)), one) for one in some]
    usual = over((mean(found), seats(one)) for found, one in days if found and seats(one))

    assert value("mau") == pytest.approx(of_a_month)
    assert told("seat_utilisation") == pytest.approx(of_a_month)
    assert told("dau") == pytest.approx(usual)


def test_people_of_a_week_agree(some):
    weeks = [week for one in some if (week := newest(one, "active_users_7_days")) is not None]

    assert value("wau") == (sum(weeks) if weeks else None)


def test_habits_agree(some):
    used = [one for one in some if totals(one)]
    rows = [row for one in used for row in totals(one)]
    days = [(working(totals(one)), people(one)) for one in used]
    logins = sum(row.logins for row in rows)

    assert value("stickiness") == pytest.approx(over((mean(f), top) for f, top in days if f))
    assert told("login_frequency") == pytest.approx(logins / 4 / sum(people(one) for one in used))
    assert told("session_duration") == pytest.approx(sum(r.seconds for r in rows) / 60 / logins)


def features(one, since):
    """Those that were used at all, and whether anything is told of any."""
    rows = DailyUsage.objects.filter(customer=one, day__range=(since, LAST)).exclude(
        feature__name=""
    )
    return {row.feature_id for row in rows if row.uses}, rows.exists()


def test_features_agree(some):
    core = Feature.objects.exclude(name="").count()
    month = [found for found, is_told in (features(one, FOUR_WEEKS) for one in some) if is_told]
    week = [
        found for found, _ in (features(one, LAST - timedelta(days=6)) for one in some) if found
    ]

    assert value("feature_adoption") == pytest.approx(share(len(one) / core for one in month))
    assert told("feature_depth") == (pytest.approx(mean(map(len, week))) if week else None)
