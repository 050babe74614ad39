"""The days that a metric is reckoned over, with what several metrics need of them, read once."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property

from tenure.programme.in_force import programme
from tenure.revenue.ledger import Ledger, movements
from tenure.tiering.clocks import Clock, read_clocks
from tenure.tiering.queries.tickets import responses_are_told, tickets_since


@dataclass(frozen=True)
class Stretch:
    """`last` is included."""

    first: date
    last: date

    @property
    def until(self) -> date:
        """The day after the last."""
        return self.last + timedelta(days=1)

    @cached_property
    def ledger(self) -> Ledger:
        """What moved from the evening before the first day to that of the last."""
        return movements(self.first - timedelta(days=1), self.last)

    @cached_property
    def clocks(self) -> list[Clock]:
        """The promises about each ticket that was opened in these days, as they stood at their end."""
        opened, ended = (datetime.combine(day, time(), UTC) for day in (self.first, self.until))
        made = programme()
        rows = tickets_since(opened, until=ended)
        return read_clocks(rows, made.tiers, made.calendar, ended, told=responses_are_told())
