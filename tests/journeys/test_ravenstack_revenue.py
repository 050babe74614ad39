"""RavenStack's recurring revenue, month by month: the movements add up, and a loop over the files agrees."""

import csv
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from tenure.imports import actions as imports
from tenure.revenue.ledger import Ledger, month_ends, monthly
from tenure.revenue.words import Movement
from tests.moments import NOON
from tests.real_data import RAVENSTACK, needs_ravenstack

pytestmark = [pytest.mark.slow, pytest.mark.real_data, needs_ravenstack]
LAST, MONTHS = date(2024, 12, 31), 24


def rows(name: str) -> list[dict[str, str]]:
    with (RAVENSTACK / f"ravenstack_{name}.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def left_on() -> dict[str, date]:
    """When each account left for good: its last churn event, where it is said to have left, or where
    no subscription goes on after it."""
    last: dict[str, date] = {}
    for event in rows("churn_events"):
        day = date(*(int(part) for part in reversed(event["churn_date"].split("/"))))
        last[event["account_id"]] = max(day, last.get(event["account_id"], day))
    goes_on = {
        one["account_id"]
        for one in rows("subscriptions")
        if one["account_id"] in last
        and (not one["end_date"] or date.fromisoformat(one["end_date"]) > last[one["account_id"]])
    }
    gone = {one["account_id"] for one in rows("accounts") if one["churn_flag"] == "TRUE"}
    return {one: day for one, day in last.items() if one in gone or one not in goes_on}


def by_hand(day: date, gone: dict[str, date]) -> dict[str, int]:
    """Cents a year by account, one subscription at a time."""
    found: dict[str, int] = defaultdict(int)
    for one in rows("subscriptions"):
        last = date.fromisoformat(one["end_date"]) if one["end_date"] else date.max
        last = min(last, gone.get(one["account_id"], date.max))
        if one["is_trial"] == "False" and date.fromisoformat(one["start_date"]) <= day <= last:
            found[one["account_id"]] += 100 * int(one["arr_amount"])
    return found


@pytest.fixture
def ravenstack(mona, tmp_path):
    names = ("accounts", "subscriptions", "churn_events")
    files = [RAVENSTACK / f"ravenstack_{name}.csv" for name in names]
    for job in imports.plan(files, imports.mapping_named("ravenstack")):
        imports.import_file(job=job, refused_to=tmp_path / job.path.name, by=mona, at=NOON)


def test_every_month_adds_up_and_agrees_with_a_loop(ravenstack):
    months = monthly(LAST, MONTHS)
    gone = left_on()

    assert [one.last for one in months] == month_ends(LAST, MONTHS)[1:]
    for one in months:
        assert one.start + sum(one.total(kind) for kind in Movement) == one.end
        assert one.end == sum(by_hand(one.last, gone).values())
    assert all(a.end == b.start for a, b in pairwise(months))
    assert_moved_as_in_the_files(months[-1], gone)


def assert_moved_as_in_the_files(last: Ledger, gone: dict[str, date]) -> None:
    before, after = by_hand(LAST.replace(day=1) - timedelta(days=1), gone), by_hand(LAST, gone)

    grown = sum(after[one] > before[one] > 0 for one in after)
    left = sum(before[one] > 0 and not after.get(one) for one in before)
    assert last.count(Movement.EXPANSION) == grown > 0
    assert last.count(Movement.CHURN) == left
    assert last.customers_at_end == sum(value > 0 for value in after.values())
