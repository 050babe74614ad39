"""The table of usage: a partition a month, a row a day and feature, and no count below zero."""

from datetime import date
from importlib import import_module

import pytest
from django.db import IntegrityError, connection, transaction

from tenure.foundation.audit.models import Change
from tenure.foundation.audit.trail import telling
from tenure.usage.models import DailyUsage, Feature
from tests.moments import NOON

DAY = date(2026, 11, 20)
COUNTS = [
    "active_users",
    "active_users_7_days",
    "active_users_28_days",
    "logins",
    "uses",
    "seconds",
    "errors",
]


@pytest.fixture
def reports(db):
    make_partitions(DAY, DAY)
    return Feature.objects.create(name="Reports")


def make_partitions(first, last):
    with connection.cursor() as cursor:
        cursor.execute("select make_usage_partitions(%s, %s)", [first, last])


def partitions():
    with connection.cursor() as cursor:
        cursor.execute(
            "select inhrelid::regclass::text from pg_inherits"
            " where inhparent = 'usage_dailyusage'::regclass"
        )
        return {name for (name,) in cursor.fetchall()}


def use(customer, feature, **counts):
    DailyUsage.objects.create(customer=customer, feature=feature, **{"day": DAY} | counts)


def test_there_is_a_partition_for_each_month_from_the_first_to_the_last_day(db):
    make_partitions(date(2031, 11, 30), date(2032, 1, 1))

    assert {name for name in partitions() if name >= "usage_dailyusage_2031"} == {
        "usage_dailyusage_2031_11", "usage_dailyusage_2031_12", "usage_dailyusage_2032_01",
    }  # fmt: skip


def test_making_a_partition_again_changes_nothing(db):
    make_partitions(date(2031, 11, 1), date(2031, 11, 30))
    before = partitions()

    make_partitions(date(2031, 11, 1), date(2031, 11, 30))

    assert partitions() == before


@pytest.mark.parametrize("count", COUNTS)
def test_no_count_lies_below_zero(count, acme, reports):
    with pytest.raises(IntegrityError, match=f"{count}_check"), transaction.atomic():
        use(acme, reports, **{count: -1})

    assert not DailyUsage.objects.exists()


def test_what_was_not_measured_is_unknown_and_not_zero(acme, reports):
    use(acme, reports, logins=0)

    kept = DailyUsage.objects.get()
    assert (kept.logins, kept.active_users, kept.uses, kept.seconds) == (0, None, None, None)


def test_a_day_of_a_customer_in_a_feature_is_one_row(acme, reports):
    use(acme, reports, uses=3)

    with pytest.raises(IntegrityError, match="pkey"), transaction.atomic():
        use(acme, reports, uses=4)

    assert DailyUsage.objects.get().uses == 3


def test_two_rows_of_the_source_on_one_day_are_two(acme, reports):
    use(acme, reports, uses=3, external_id="U-1")
    use(acme, reports, uses=4, external_id="U-2")

    assert DailyUsage.objects.count() == 2


def test_many_rows_at_once_are_one_line_in_the_trail(acme, reports, ada):
    days = [date(2026, 11, day) for day in range(1, 21)]
    rows = [DailyUsage(customer=acme, feature=reports, day=day, uses=1) for day in days]

    with telling("usage.brought_in", by=ada, at=NOON) as deed:
        DailyUsage.objects.bulk_create(rows)

    change = Change.objects.get(subject_type="usage.dailyusage")
    assert (change.deed_id, change.kind, change.after) == (deed.id, "created", {"rows": 20})


def test_rows_that_are_there_take_counts_of_several_days(acme, reports):
    migration = import_module("tenure.usage.migrations.0003_people_of_several_days")
    with connection.cursor() as cursor:
        cursor.execute(migration.TAKEN_BACK)
        cursor.execute(
            "insert into usage_dailyusage (customer_id, day, feature_id, logins) values (%s, %s, %s, 4)",
            [acme.id, DAY, reports.id],
        )
        cursor.execute(migration.ADDED)

    kept = DailyUsage.objects.get()
    assert (kept.logins, kept.active_users_7_days, kept.active_users_28_days) == (4, None, None)
