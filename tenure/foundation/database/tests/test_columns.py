"""Columns of numbers: one place per customer asked about, in the order asked."""

from datetime import date, timedelta
from uuid import UUID

import numpy as np
import pytest

from tenure.foundation.database.columns import Asked, numbers

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)
FIRST, SECOND, THIRD = (UUID(int=n) for n in (1, 2, 3))


def asked(*ids, days=None):
    return Asked(ids, days or [DAY] * len(ids))


def test_answers_stand_in_the_order_asked_whatever_order_they_come_in():
    sql = "select place, right(customer_id::text, 1)::int as last from asked order by place desc"

    found = numbers(sql, asked(THIRD, FIRST, SECOND))

    assert found["last"].tolist() == [3.0, 1.0, 2.0]


def test_each_column_has_its_name():
    found = numbers("select place, 7 as wins, 0.5 as ratio from asked", asked(FIRST))

    assert (found["wins"].tolist(), found["ratio"].tolist()) == ([7.0], [0.5])


def test_null_and_a_customer_without_a_row_are_not_a_number():
    sql = "select place, case when place = 1 then null else 4 end as n from asked where place < 3"

    found = numbers(sql, asked(FIRST, SECOND, THIRD))["n"]

    assert np.isnan(found).tolist() == [True, False, True]
    assert found[1] == 4


def test_nobody_has_a_row_and_every_column_is_still_there():
    found = numbers("select place, 1 as n from asked where false", asked(FIRST, SECOND))

    assert np.isnan(found["n"]).tolist() == [True, True]


def test_nobody_is_asked_about():
    assert numbers("select place, 1 as n from asked", asked())["n"].shape == (0,)


def test_one_customer_may_be_asked_about_on_several_days():
    days = [DAY, DAY - timedelta(days=7)]

    found = numbers(
        "select place, %(today)s::date - day as ago from asked",
        asked(FIRST, FIRST, days=days),
        today=DAY,
    )

    assert found["ago"].tolist() == [0.0, 7.0]
