"""How far a plan is, what comes after what, and what is due next. Plain Python."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tenure.plans.words import Direction


def progress_percent(
    baseline: Decimal | None, target: Decimal | None, current: Decimal | None, direction: Direction
) -> int | None:
    """The way from baseline to target that is behind us, 0 to 100; None when one of them is unknown.

    Where there is no way to go, because the baseline is to be held, it is all or nothing."""
    if baseline is None or target is None or current is None:
        return None
    if target == baseline:
        return 100 if is_reached(target, current, direction) else 0
    share = 100 * (current - baseline) / (target - baseline)
    return int(min(Decimal(100), max(Decimal(0), share)))


def is_reached(target: Decimal | None, current: Decimal | None, direction: Direction) -> bool:
    if target is None or current is None:
        return False
    return current >= target if direction == Direction.HIGHER else current <= target


def circle[K](after: Mapping[K, Collection[K]]) -> list[K]:
    """Milestones of which each comes after the next, the last being the first again; or none."""
    done: set[K] = set()
    for start in after:
        path = [start]
        ways = [iter(after[start])]
        while path:
            step = next(ways[-1], None)
            if step is None:
                ways.pop()
                done.add(path.pop())
            elif step in path:
                return [*path[path.index(step) :], step]
            elif step not in done:
                path.append(step)
                ways.append(iter(after.get(step, ())))
    return []


@dataclass(frozen=True)
class Step:
    """A milestone as far as progress goes; one that was cancelled is none."""

    title: str
    due_on: date
    done_on: date | None


@dataclass(frozen=True)
class Progress:
    """How far a plan is on a day: its milestones, and its objectives as far as they are known."""

    done: int
    of: int
    late: int
    days_late: int
    next: Step | None
    reached_percent: int | None
    objectives: int
    objectives_known: int

    @property
    def percent(self) -> int | None:
        """Milestones completed; None where there are none."""
        return 100 * self.done // self.of if self.of else None


def progress(steps: Sequence[Step], objectives: Iterable[int | None], today: date) -> Progress:
    """`objectives` are the objectives' own progress in percent; what is unknown is left out of the mean."""
    shares = list(objectives)
    known = [share for share in shares if share is not None]
    open_ = sorted(
        (step for step in steps if step.done_on is None), key=lambda s: (s.due_on, s.title)
    )
    late = [step for step in open_ if step.due_on < today]
    return Progress(
        done=len(steps) - len(open_),
        of=len(steps),
        late=len(late),
        days_late=(today - late[0].due_on).days if late else 0,
        next=open_[0] if open_ else None,
        reached_percent=sum(known) // len(known) if known else None,
        objectives=len(shares),
        objectives_known=len(known),
    )
