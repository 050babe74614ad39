"""A book as pages show it."""

from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from tenure.programme.tiers import Tiers
from tenure.tiering.rules.books import Book, fullness, percent
from tenure.tiering.words import Fullness


@dataclass(frozen=True)
class Shelf:
    """A CSM's book: its load and how many customers of each tier, in the order of tiers."""

    csm: UUID
    name: str
    customers: int
    load: Fraction
    fullness: Fullness
    by_tier: tuple[int, ...]

    @property
    def percent(self) -> str:
        return percent(self.load)

    @property
    def width(self) -> float:
        """Of the meter's bar: 80 is full, and there is room for half as much again."""
        return float(min(self.load, Fraction(3, 2)) * 80)

    @property
    def is_over(self) -> bool:
        return self.fullness == Fullness.OVER

    @property
    def is_nearly(self) -> bool:
        return self.fullness in (Fullness.NEARLY, Fullness.FULL)


def shelf(book: Book, tiers: Tiers) -> Shelf:
    load = book.load(tiers)
    counts = tuple(book.by_tier.get(promise.code, 0) for promise in tiers.tier)
    return Shelf(book.csm, book.name, book.customers, load, fullness(load, tiers), counts)
