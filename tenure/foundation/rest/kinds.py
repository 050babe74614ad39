"""The kinds of values on the wire: what JSON may hold for each, and how the schema says so."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

LARGEST_COUNT = 2_147_483_647
LARGEST_MONEY = 999_999_999_999.99
WRITTEN_INSTANT = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[Tt](\d\d:\d\d:\d\d(?:\.\d{1,12})?)([Zz]|[+-]\d\d:\d\d))?"
)


def wrong(words: str) -> PydanticCustomError:
    return PydanticCustomError("wrong", words)


def up_to(longest: int) -> StringConstraints:
    """A text of bounded length. PostgreSQL cannot hold NUL."""
    return StringConstraints(max_length=longest, pattern=r"^[^\x00]*$")


def said_in(longest: int) -> StringConstraints:
    """A text that says something: neither empty nor blank."""
    return StringConstraints(
        min_length=1, max_length=longest, pattern=r"^[^\x00]*[^\s\x00][^\x00]*$"
    )


@dataclass(frozen=True)
class Whole:
    """A whole number from low to high. JSON has one kind of number: 5.0 is 5."""

    low: int = 0
    high: int = LARGEST_COUNT

    def read(self, value: object) -> int:
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            raise wrong("Input should be a whole number")
        if not self.low <= value <= self.high:
            raise wrong(f"Input should lie between {self.low} and {self.high}")
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True)
class Amount:
    """An exact number from low to high; digits beyond its places are rounded away."""

    low: float
    high: float
    places: int

    def read(self, value: object) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            raise wrong("Input should be a number")
        if not self.low <= value <= self.high:
            raise wrong(f"Input should lie between {self.low} and {self.high}")
        return Decimal(str(value)).quantize(Decimal(1).scaleb(-self.places))

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "number", "minimum": self.low, "maximum": self.high}


def _truth(value: object) -> object:
    if not isinstance(value, bool):
        raise wrong("Input should be true or false")
    return value


def _email(value: str) -> str:
    try:
        validate_email(value)
    except ValidationError:
        raise wrong("Input should be an e-mail address") from None
    return value


def _instant(value: object) -> datetime:
    """An instant as RFC 3339 writes it, in UTC; a day alone is its midnight."""
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not (found := WRITTEN_INSTANT.fullmatch(value)):
        raise wrong("Input should be an instant such as 2026-11-23T09:30:00Z")
    day, clock, zone = found.groups()
    # A leap second is not known to Python or PostgreSQL: the second before stands for it.
    clock = (clock or "00:00:00").replace(":60", ":59")
    try:
        return datetime.fromisoformat(f"{day}T{clock}{(zone or 'Z').upper()}").astimezone(UTC)
    except (ValueError, OverflowError):
        raise wrong("No calendar between the years 1 and 9999 has this") from None


def _day(value: object) -> date:
    """A day; of an instant its day in UTC counts."""
    return value if type(value) is date else _instant(value).date()


Name = Annotated[str, said_in(200)]
Line = Annotated[str, up_to(200)]
Link = Annotated[str, up_to(1000)]
Text = Annotated[str, up_to(20_000)]
Texts = Annotated[list[Annotated[str, up_to(2_000)]], Field(max_length=200)]
Email = Annotated[
    str, StringConstraints(max_length=254), AfterValidator(_email), Field(json_schema_extra={"format": "email"}),
]  # fmt: skip
Truth = Annotated[bool, BeforeValidator(_truth), WithJsonSchema({"type": "boolean"})]
Count = Annotated[int, Whole()]
Money = Annotated[Decimal, Amount(0, LARGEST_MONEY, 2)]
Facts = dict[str, Any]
Listed = dict[str, Any] | list[Any]  # facts that come as an object or as a list
Instant = Annotated[
    datetime, BeforeValidator(_instant), WithJsonSchema({"type": "string", "format": "date-time"})
]
Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "format": form} for form in ("date-time", "date")]}
    ),
]
