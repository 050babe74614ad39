"""Columns of numbers: whole ones, exact ones, money."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from functools import partial

from tenure.foundation.tabular.converting import Converter, Problems, clip, one_by_one

LARGEST_INTEGER = 2_147_483_647
MOST_DIGITS = 10  # of a number that can be small enough; Python refuses to read endless ones
LARGEST_MONEY = Decimal("999999999999.99")  # what a column of money holds


def integers(least: int, most: int = LARGEST_INTEGER) -> Converter:
    def read(text: str) -> str:
        try:
            number = Decimal(text.replace(",", "")) if is_plain_number(text) else None
        except InvalidOperation:
            number = None
        if number is None or number != number.to_integral_value():
            raise ValueError(f"“{clip(text)}” is not a whole number")
        if not least <= number <= most:
            raise ValueError(f"{clip(text)} is not between {least:,} and {most:,}")
        return str(int(number))

    def convert(values: Sequence[str]) -> tuple[list[str | None], Problems]:
        if "".join(values).isdecimal() and all(values) and max(map(len, values)) <= MOST_DIGITS:
            numbers = list(map(int, values))
            if min(numbers) >= least and max(numbers) <= most:
                return [str(number) for number in numbers], {}
        return one_by_one(read, values)

    return convert


def decimals(least: Decimal, most: Decimal, places: int) -> Converter:
    def read(text: str) -> str:
        try:
            number = Decimal(text.replace(",", "")) if is_plain_number(text) else None
        except InvalidOperation:
            number = None
        if number is None:
            raise ValueError(f"“{clip(text)}” is not a number")
        if not least <= number <= most:
            raise ValueError(f"{clip(text)} is not between {least:,} and {most:,}")
        if number != round(number, places):
            raise ValueError(f"{clip(text)} has more than {places} decimal places")
        return str(number)

    return partial(one_by_one, read)


def money() -> Converter:
    return decimals(Decimal(0), LARGEST_MONEY, 2)


def is_plain_number(text: str) -> bool:
    """Digits with a sign, thousands parted by commas, a decimal point; no NaN, no exponent."""
    return re.fullmatch(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?", text) is not None and any(
        character.isdigit() for character in text
    )
