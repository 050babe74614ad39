"""A customer's health on its pages: the score of a day, what became of it, why, and how it comes
back."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from string import ascii_uppercase

from tenure.customers.models import Customer
from tenure.health import history
from tenure.health.charts import plot_health
from tenure.health.explanation import (
    Group,
    Recovery,
    Snapshot,
    Waterfall,
    bring_back,
    explain,
    waterfall,
)
from tenure.health.plots import Event, Plot
from tenure.health.stairs import Stairs, lay_stairs
from tenure.health.verdict import Verdict, verdict
from tenure.portfolio.happenings import happenings
from tenure.portfolio.ranges import Days
from tenure.portfolio.records import addresses_of_rows

WIDE, NARROW = 780, 358
WIDE_LABELS, NARROW_LABELS = 190, 132


@dataclass(frozen=True)
class HealthView:
    """A customer's health: the score, what became of it, and why."""

    customer: Customer
    now: Snapshot
    before: Snapshot | None
    line: list[tuple[date, int]]
    events: list[Event]
    changes: list[Event]  # of the scorecard or the tier
    marks_chosen: bool = False

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        return explain(self.now, self.before)

    @cached_property
    def verdict(self) -> Verdict:
        return verdict(self.now, self.before, self.groups)

    @cached_property
    def waterfall(self) -> Waterfall | None:
        return waterfall(self.now, self.before, self.groups) if self.before else None

    @cached_property
    def recovery(self) -> Recovery | None:
        return bring_back(self.now, self.before)

    @cached_property
    def rows_of(self) -> dict[str, str]:
        return addresses_of_rows(self.customer.id, self.now.day)

    @property
    def moved(self) -> int | None:
        return self.now.score - self.before.score if self.before else None

    @property
    def largest_change(self) -> float:
        return max((abs(group.change or 0) for group in self.groups), default=0)

    @property
    def total(self) -> float:
        return sum(group.points for group in self.groups)

    @property
    def known_count(self) -> int:
        return sum(len(group.known) for group in self.groups)

    @property
    def unknown(self) -> list[str]:
        return [reading.measure.title for group in self.groups for reading in group.unknown]

    @property
    def lettered(self) -> list[tuple[str, Event]]:
        """The changes of the way of scoring, as the chart marks them."""
        return list(zip(ascii_uppercase, self.changes, strict=False))

    @property
    def wide(self) -> Plot | None:
        return self._plot(WIDE)

    @property
    def narrow(self) -> Plot | None:
        return self._plot(NARROW)

    @property
    def wide_stairs(self) -> Stairs | None:
        return lay_stairs(self.waterfall, WIDE, WIDE_LABELS) if self.waterfall else None

    @property
    def narrow_stairs(self) -> Stairs | None:
        return lay_stairs(self.waterfall, NARROW, NARROW_LABELS) if self.waterfall else None

    def _plot(self, width: int) -> Plot | None:
        if len(self.line) < 2:
            return None
        ends = [end for end in (self.before, self.now) if end] if self.marks_chosen else []
        chosen = [(end.day, end.score) for end in ends[:-1] if end.day >= self.line[0][0]]
        return plot_health(
            self.line, self.events, self.now.card.levels, width,
            changes=self.changes, chosen=chosen,
        )  # fmt: skip


def health_view(customer: Customer, days: Days | None = None) -> HealthView | None:
    """The newest health or, with days, that of the last one against that of the first; None where
    nothing was computed by then."""
    days = days or Days()
    now, before = history.snapshots(customer, days.first, days.last)
    if now is None:
        return None
    year_before = now.day - timedelta(days=history.DAYS_SHOWN - 1)
    first = min(days.first, year_before) if days.first else year_before
    line = history.line_of(customer, first, now.day)
    points = line.points
    return HealthView(
        customer=customer,
        now=now,
        before=before,
        line=points,
        events=happenings(customer, points[0][0], points[-1][0]) if len(points) > 1 else [],
        changes=[Event(day, text) for day, text in line.changes],
        marks_chosen=bool(days),
    )
