"""A table of the programme, as documents and pages show it. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass

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
            f"| {' | '.join(' '.join(cell.replace('|', '/').split()) for cell in row)} |"
            for row in lines
        )


TIERS = tuple(tier.label for tier in Tier)
