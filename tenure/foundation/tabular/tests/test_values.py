"""What the texts of a column become: each in PostgreSQL's notation, or refused with a reason."""

from decimal import Decimal

import pytest

from tenure.foundation.tabular import numbers, values
from tenure.foundation.tabular.dates import DateOrder
from tenure.foundation.tabular.mapping import Source
from tenure.programme.words import Tier

TAKEN = [
    (numbers.integers(0), "12", "12"),
    (numbers.integers(0), " 12 ", "12"),
    (numbers.integers(0), "1,234,567", "1234567"),
    (numbers.integers(0), "12.0", "12"),
    (numbers.integers(-5), "-5", "-5"),
    (numbers.integers(1), "", None),
    (numbers.money(), "1,200.50", "1200.50"),
    (numbers.money(), "999999999999.99", "999999999999.99"),
    (numbers.decimals(Decimal(1), Decimal(5), 1), "4.5", "4.5"),
    (values.booleans(), "TRUE", "t"),
    (values.booleans(), "yes", "t"),
    (values.booleans(), "0", "f"),
    (values.booleans(), "", None),
    (values.words(Tier), "mid-market", "MID_MARKET"),
    (values.words(Tier), "mid_market", "MID_MARKET"),
    (values.lists(), "a; b;;", '{"a","b"}'),
    (values.lists(), 'say "hi"', r'{"say \\"hi\\""}'),
    (values.texts(9), "  a b  ", "a b"),
    (values.texts(9), "a\tb\\N", r"a\tb\\N"),
    (values.addresses(), "a@b.example", "a@b.example"),
    (values.days(DateOrder.DAY_FIRST), "3/4/2026", "2026-04-03"),
    (values.days(DateOrder.YEAR_FIRST), "2026/4/3", "2026-04-03"),
    (values.instants(DateOrder.YEAR_FIRST), "2026-04-03", "2026-04-03T00:00:00+00:00"),
    (values.instants(DateOrder.YEAR_FIRST), "2026-04-03 10:00+02:00", "2026-04-03T08:00:00+00:00"),
    (values.instants(DateOrder.MONTH_FIRST), "4/3/2026 1:05 PM", "2026-04-03T13:05:00+00:00"),
]
REFUSED = [
    (numbers.integers(0), "1.5", "“1.5” is not a whole number"),
    (numbers.integers(0), "1,5", "“1,5” is not a whole number"),
    (numbers.integers(0), "1e3", "“1e3” is not a whole number"),
    (numbers.integers(1, 9), "10", "10 is not between 1 and 9"),
    (numbers.integers(0), "-1", "-1 is not between 0 and 2,147,483,647"),
    (numbers.money(), "NaN", "“NaN” is not a number"),
    (numbers.money(), "$5", "“$5” is not a number"),
    (numbers.money(), "1.005", "1.005 has more than 2 decimal places"),
    (numbers.money(), "1000000000000", "is not between 0 and 999,999,999,999.99"),
    (values.booleans(), "maybe", "“maybe” is neither yes nor no"),
    (values.words(Tier), "gold", "“gold” is not one of"),
    (values.addresses(), "a at b", "“a at b” is not an e-mail address"),
    (values.addresses(), "a@" + "b" * 300 + ".example", "is not an e-mail address"),
    (values.texts(3), "long", "is longer than 3 characters"),
    (values.texts(9), "a\x00b", "is not readable text"),
    (values.texts(9), "caf\udce9", "is not readable text"),
    (values.days(DateOrder.DAY_FIRST), "4/23/2026", "“4/23/2026” is not a date (day first"),
    (values.days(DateOrder.YEAR_FIRST), "2026-02-30", "“2026-02-30” is not a date"),
    (values.instants(DateOrder.YEAR_FIRST), "2026-04-03 25:00", "is not a date or a time"),
    (values.instants(DateOrder.MONTH_FIRST), "4/3/2026 13:05 PM", "is not a date or a time"),
    (values.instants(DateOrder.YEAR_FIRST), "0001-01-01T00:00:00+05:00", "is not a date or a time"),
]


@pytest.mark.parametrize(("converter", "text", "told"), TAKEN)
def test_what_can_be_understood_is_taken(converter, text, told):
    assert converter([text]) == ([told], {})


@pytest.mark.parametrize(("converter", "text", "reason"), REFUSED)
def test_what_cannot_is_refused_with_a_reason_and_alone(converter, text, reason):
    answers, problems = converter(["", text, ""])

    assert answers == [None, None, None]
    assert list(problems) == [1]
    assert reason in problems[1]


@pytest.mark.parametrize("converter", [numbers.integers(0), numbers.money()])
def test_an_endless_number_is_refused_in_few_words(converter):
    _, problems = converter(["9" * 5000])

    assert "is not between 0 and" in problems[0]
    assert len(problems[0]) < 100


@pytest.mark.parametrize(
    ("text", "times", "scaled"),
    [
        ("20576.13", 12, "246913.56"),
        ("1234567", 60, "74074020"),
        ("1,200.5", 12, "14406"),
        ("12345", 0.01, "123.45"),
        ("", 12, ""),
        ("many", 12, "many"),
    ],
)
def test_a_scaled_column_comes_out_exact(text, times, scaled):
    (told,) = Source(column="x", times=times).apply([text])

    assert told == scaled or Decimal(told) == Decimal(scaled)
