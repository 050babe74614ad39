"""What the programme's files are made of: closed forms, checked when they are read. Plain Python."""

from collections.abc import Iterable, Sequence

import msgspec

type Places = str | Sequence[str]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A table of a file; a field that it does not know is refused."""


class Range(Part, frozen=True):
    """From `least` to `most`, both included; no most means without end."""

    least: int = 0
    most: int | None = None

    def __post_init__(self) -> None:
        if self.most is not None and self.most < self.least:
            raise ValueError(f"The range from {self.least} to {self.most} holds nothing.")


class Contradiction(ValueError):
    """What a part says cannot be; `place` leads to it from that part, as `milestone[2].day` does."""

    def __init__(self, words: str, place: str = "") -> None:
        super().__init__(words)
        self.place = place


def no_code_twice(what: str, codes: Iterable[str], at: Places = "") -> None:
    """`at` is the list that the codes stand in, or the place of each."""
    told = list(codes)
    for index, code in enumerate(told):
        if code in told[:index]:
            words = f"The {what} {code} stands {told.count(code)} times."
            raise Contradiction(words, _place(at, index))


def known(what: str, codes: Iterable[str], among: Iterable[str], at: Places = "") -> None:
    """Refuse a code that is nowhere defined."""
    allowed = list(among)
    for index, code in enumerate(codes):
        if code not in allowed:
            words = f"There is no {what} {code}. There are: {', '.join(allowed)}."
            raise Contradiction(words, _place(at, index))


def rising(what: str, days: Iterable[int], at: Places = "") -> None:
    told: Sequence[int] = list(days)
    for index, (day, before) in enumerate(zip(told[1:], told, strict=False), 1):
        if day < before:
            words = f"The {what} do not follow each other: {', '.join(map(str, told))}."
            raise Contradiction(words, _place(at, index))


def _place(at: Places, index: int) -> str:
    if not isinstance(at, str):
        return at[index]
    return f"{at}[{index}]" if at else ""


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
