"""How full a CSM's book is, and who should look after a customer. Plain Python, to be read aloud.

A customer takes its share of a CSM: one of five a fifth, a dedicated one all of it, an automated one
nothing. Shares are fractions, so that a book of five fifths is exactly full, and not over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from uuid import UUID

from tenure.programme.tiers import Tiers
from tenure.programme.words import Tier
from tenure.tiering.words import Fullness


def share(tier: Tier, tiers: Tiers) -> Fraction:
    """What one customer of the tier takes of its CSM."""
    many = tiers.promise(tier).customers_per_csm
    return Fraction(1, many) if many else Fraction(0)


@dataclass(frozen=True)
class Book:
    """A CSM and the customers in the book: how many of each tier, industry and place."""

    csm: UUID
    name: str
    by_tier: Mapping[Tier, int] = field(default_factory=dict)
    by_industry: Mapping[str, int] = field(default_factory=dict)
    by_place: Mapping[str, int] = field(default_factory=dict)

    @property
    def customers(self) -> int:
        return sum(self.by_tier.values())

    def load(self, tiers: Tiers) -> Fraction:
        """1 is full."""
        return sum(
            (count * share(tier, tiers) for tier, count in self.by_tier.items()), Fraction(0)
        )


def fullness(load: Fraction, tiers: Tiers) -> Fullness:
    """Full is not over; the warning comes before."""
    if load >= 1:
        return Fullness.OVER if load > 1 else Fullness.FULL
    if load * 100 >= tiers.books.warned_from_percent:
        return Fullness.NEARLY
    return Fullness.ROOM


@dataclass(frozen=True)
class Wanted:
    """The customer that a CSM is sought for. What is not known of it speaks for nobody."""

    tier: Tier
    industry: str = ""
    place: str = ""
    now_with: UUID | None = None


@dataclass(frozen=True)
class Suggestion:
    """A CSM, how full the book would be, and what speaks for or against."""

    csm: UUID
    name: str
    load: Fraction
    after: Fraction
    fits: int
    reasons: tuple[str, ...]

    @property
    def has_room(self) -> bool:
        return self.after <= 1


def suggestions(wanted: Wanted, books: Iterable[Book], tiers: Tiers) -> list[Suggestion]:
    """Everybody who could, the best first: of those with room who fits best, then whose book is
    emptiest; then those without, the least over first."""
    found = [_suggestion(wanted, book, tiers) for book in books]
    with_room = sorted(
        (one for one in found if one.has_room), key=lambda one: (-one.fits, one.after, one.name)
    )
    without = sorted(
        (one for one in found if not one.has_room), key=lambda one: (one.after, -one.fits, one.name)
    )
    return [*with_room, *without]


def _suggestion(wanted: Wanted, book: Book, tiers: Tiers) -> Suggestion:
    load = book.load(tiers)
    after = load if book.csm == wanted.now_with else load + share(wanted.tier, tiers)
    fits, reasons = 0, [_room(load, after)]
    # Experience with the tier weighs twice: it decides what a customer is promised.
    for points, count, words in (
        (2, book.by_tier.get(wanted.tier, 0), wanted.tier.label),
        (1, book.by_industry.get(wanted.industry, 0) if wanted.industry else 0, wanted.industry),
        (1, book.by_place.get(wanted.place, 0) if wanted.place else 0, wanted.place),
    ):
        if count:
            fits += points
            reasons.append(f"looks after {count} in {words}")
    if book.csm == wanted.now_with:
        reasons.append("has it now")
    return Suggestion(book.csm, book.name, load, after, fits, tuple(reasons))


def _room(load: Fraction, after: Fraction) -> str:
    if after > 1:
        return f"would be over, at {percent(after)}"
    return f"{percent(load)} of the book is taken, {percent(after)} with this one"


def percent(load: Fraction) -> str:
    """“95%”; what is over by less than half a percent does not read as full."""
    rounded = round(load * 100)
    return f"{rounded + 1 if load > 1 and rounded == 100 else rounded}%"
