"""What the programme's files are made of: closed forms, checked when they are read. Plain Python."""

from collections import Counter
from collections.abc import Iterable

import msgspec


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A table of a file; a field that it does not know is refused."""


class Range(Part, frozen=True):
    """From `least` to `most`, both included; no most means without end."""

    least: int = 0
    most: int | None = None

    def __post_init__(self) -> None:
        if self.most is not None and self.most < self.least:
            raise ValueError(f"The range from {self.least} to {self.most} holds nothing.")


def no_code_twice(what: str, codes: Iterable[str]) -> None:
    for code, times in Counter(codes).items():
        if times > 1:
            raise ValueError(f"The {what} {code} stands {times} times.")


def known(what: str, codes: Iterable[str], among: Iterable[str]) -> None:
    """Refuse a code that is nowhere defined."""
    allowed = list(among)
    for code in codes:
        if code not in allowed:
            raise ValueError(f"There is no {what} {code}. There are: {', '.join(allowed)}.")


def rising(what: str, days: Iterable[int]) -> None:
    told = list(days)
    if told != sorted(told):
        raise ValueError(f"The {what} do not follow each other: {', '.join(map(str, told))}.")


class Bound(Part, frozen=True):
    """What a figure should reach: `at_least` and `at_most` include their number, `above` and `under` do not."""

    at_least: float | None = None
    above: float | None = None
    at_most: float | None = None
    under: float | None = None

    def __post_init__(self) -> None:
        lower, upper = (self.at_least, self.above), (self.at_most, self.under)
        if None not in lower or None not in upper:
            raise ValueError("A target has one lower and one upper end at most.")
        if all(end is None for end in (*lower, *upper)):
            raise ValueError("A target needs at_least, above, at_most or under.")

    def is_met(self, value: float) -> bool:
        return (
            (self.at_least is None or value >= self.at_least)
            and (self.above is None or value > self.above)
            and (self.at_most is None or value <= self.at_most)
            and (self.under is None or value < self.under)
        )
