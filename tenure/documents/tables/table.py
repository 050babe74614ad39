"""A table of the programme, as documents and pages show it. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass

from tenure.programme.part import Bound
from tenure.programme.words import Tier


@dataclass(frozen=True)
class Table:
    """Headings, and rows of as many cells; the first cell of a row names it."""

    head: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    @property
    def markdown(self) -> str:
        lines = [self.head, tuple("---" for _ in self.head), *self.rows]
        return "\n".join(
            f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in lines
        )


TIERS = tuple(tier.label for tier in Tier)
NOTHING = "none"


def plain(number: float | None, unit: str = "") -> str:
    """“24 hours”, “10,000”; nothing promised is a word and not a zero."""
    if number is None:
        return NOTHING
    text = f"{number:,.12g}"
    return f"{text} {unit}".strip() if unit != "percent" else f"{text}%"


def bound(limits: Bound | None, unit: str = "") -> str:
    """“at least 90%”, “under 30 days”, “1 to 5”."""
    if limits is None:
        return "tracked"
    if limits.at_least is not None and limits.at_most is not None:
        return f"{plain(limits.at_least)} to {plain(limits.at_most, unit)}"
    words = {"at least": limits.at_least, "over": limits.above, "at most": limits.at_most, "under": limits.under}  # fmt: skip
    return " and ".join(
        f"{word} {plain(end, unit)}" for word, end in words.items() if end is not None
    )
