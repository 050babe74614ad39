"""Dates are understood from their column, or asked about; they are never guessed."""

from datetime import UTC, date, datetime

import pytest

from tenure.customers.models import Customer
from tenure.foundation.tabular.dates import DateOrder
from tenure.imports.date_orders import AmbiguousDates

HEADER = "external_id,name,contract_starts_on\n"


def started(number: int) -> date:
    return Customer.objects.get(external_id=f"C-{number}").contract_starts_on


def file(*days: str) -> str:
    return HEADER + "".join(f"C-{n},Name,{day}\n" for n, day in enumerate(days, 1))


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("2026-04-03",), date(2026, 4, 3)),
        (("3/4/2026", "23/4/2026"), date(2026, 4, 3)),
        (("3/4/2026", "4/23/2026"), date(2026, 3, 4)),
        (("5/5/2026",), date(2026, 5, 5)),
        (("03.04.2026", "31.12.2025"), date(2026, 4, 3)),
    ],
)
def test_one_day_above_twelve_decides_for_the_column(bring_in, days, first):
    bring_in(file(*days))

    assert started(1) == first


def test_a_column_that_could_be_both_is_asked_about_and_nothing_is_saved(bring_in):
    with pytest.raises(AmbiguousDates, match="has dates like 3/4/2026") as asked:
        bring_in(file("3/4/2026", "5/6/2026"))

    assert list(asked.value.fields) == ["contract_starts_on"]
    assert Customer.objects.count() == 0


def test_a_column_that_contradicts_itself_is_asked_about(bring_in):
    with pytest.raises(
        AmbiguousDates, match=r"some dates day first \(1\) and some month first \(1\)"
    ):
        bring_in(file("23/4/2026", "4/23/2026"))


@pytest.mark.parametrize(
    ("order", "day"),
    [(DateOrder.DAY_FIRST, date(2026, 4, 3)), (DateOrder.MONTH_FIRST, date(2026, 3, 4))],
)
def test_the_answer_is_honoured(bring_in, order, day):
    bring_in(file("3/4/2026", "5/6/2026"), dates={"contract_starts_on": order})

    assert started(1) == day


def test_what_the_told_order_does_not_fit_is_refused_by_row(bring_in):
    outcome = bring_in(
        file("3/4/2026", "4/23/2026"), dates={"contract_starts_on": DateOrder.DAY_FIRST}
    )

    assert [(r.line, r.field) for r in outcome.refusals] == [(3, "contract_starts_on")]
    assert started(1) == date(2026, 4, 3)


def test_a_column_that_is_filled_late_is_understood_all_the_same(bring_in):
    outcome = bring_in(file(*[""] * 1500, "3/4/2026", "23/4/2026"))

    assert outcome.refused == 0
    assert started(1501) == date(2026, 4, 3)


def test_a_column_that_is_filled_late_is_asked_about_all_the_same(bring_in):
    with pytest.raises(AmbiguousDates, match="has dates like 3/4/2026"):
        bring_in(file(*[""] * 1500, "3/4/2026"))


@pytest.mark.parametrize("day", ["3/4/26", "2026-13-01", "46115", "yesterday", "0000-00-00"])
def test_what_is_no_date_is_refused_and_not_bent_into_one(bring_in, day):
    outcome = bring_in(file("2026-04-03", day))

    (refusal,) = outcome.refusals
    assert (refusal.line, refusal.field) == (3, "contract_starts_on")
    assert f"“{day}” is not a date" in refusal.reason
    assert Customer.objects.count() == 1


def test_times_in_another_zone_are_brought_to_utc(bring_in):
    bring_in("external_id,name,customer_since\nC-1,Acme,2026-01-01T01:30:00+02:00\n")

    assert Customer.objects.get().customer_since == datetime(2025, 12, 31, 23, 30, tzinfo=UTC)
