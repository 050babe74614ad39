"""How many of the reviews that were due were held: by tier and by CSM. Plain Python."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from tenure.portfolio.reviewing.due import DueState
from tenure.portfolio.reviewing.reading import CustomerDue


@dataclass
class Completion:
    """Reviews that were held or missed, and those that still can be held in time."""

    held: int = 0
    missed: int = 0
    open: int = 0

    @property
    def due(self) -> int:
        return self.held + self.missed

    @property
    def ratio(self) -> float | None:
        """The share that was held; unknown while nothing was due."""
        return self.held / self.due if self.due else None

    def add(self, state: DueState) -> None:
        match state:
            case DueState.HELD:
                self.held += 1
            case DueState.MISSED:
                self.missed += 1
            case _:
                self.open += 1


def completion(found: Iterable[CustomerDue]) -> Completion:
    total = Completion()
    for one in found:
        total.add(one.due.state)
    return total


def completion_by[K: Hashable](
    found: Iterable[CustomerDue], key: Callable[[CustomerDue], K]
) -> dict[K, Completion]:
    counts: dict[K, Completion] = {}
    for one in found:
        counts.setdefault(key(one), Completion()).add(one.due.state)
    return counts
