"""First response and resolution of tickets, held against what their customers' tiers are promised."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import msgspec
import numpy as np

from tenure.programme.calendar import Calendar
from tenure.programme.tiers import Tiers
from tenure.tiering.queries.tickets import TicketRow
from tenure.tiering.rules import clocks
from tenure.tiering.rules.clocks import Seconds
from tenure.tiering.rules.kept import Line
from tenure.tiering.words import Keeping, Promise


@dataclass(frozen=True)
class Clock:
    """One promise about one ticket. `hours_left` are hours of its own clock, below zero when late;
    None where nothing is promised, or nothing is known."""

    ticket: TicketRow
    promise: Promise
    hours: float | None
    due_at: datetime | None
    ended_at: datetime | None
    keeping: Keeping
    hours_left: float | None

    @property
    def is_going(self) -> bool:
        return self.keeping in (Keeping.RUNNING, Keeping.BREACHED)

    @property
    def line(self) -> Line:
        ticket = self.ticket
        opened = datetime.fromtimestamp(ticket.opened, UTC)
        took = "" if self.ended_at is None else f"{hours_words((self.ended_at - opened) / HOUR)}"
        return Line(
            self.promise, ticket.priority, ticket.customer, ticket.tier, self.keeping,
            ticket.subject, self.due_at, hours_words(self.hours), took,
        )  # fmt: skip


HOUR = timedelta(hours=1)


def read_clocks(
    rows: Sequence[TicketRow], tiers: Tiers, calendar: Calendar, at: datetime, *, told: bool
) -> list[Clock]:
    """Both promises of each ticket that has any. `told`: whether first responses are told at all."""
    if not rows:
        return []
    closed = np.array([row.closed for row in rows])
    answered = np.array([row.answered for row in rows])
    over = ~np.isnan(closed)
    promises = {promise.code: promise for promise in tiers.tier}
    first = [promises[row.tier].first_response_hours.get(row.priority, np.nan) for row in rows]
    whole = [promises[row.tier].resolution_hours.get(row.priority, np.nan) for row in rows]
    return [
        *_of(rows, Promise.FIRST_RESPONSE, first, answered, over | (not told), calendar, at),
        *_of(rows, Promise.RESOLUTION, whole, closed, over, _of_resolution(calendar), at),
    ]


def _of(
    rows: Sequence[TicketRow],
    promise: Promise,
    hours: list[float],
    ended: Seconds,
    is_over: "np.typing.NDArray[np.bool_]",
    calendar: Calendar,
    at: datetime,
) -> list[Clock]:
    opened, promised = np.array([row.opened for row in rows]), np.array(hours, dtype=np.float64)
    priority, now = np.array([row.priority for row in rows]), at.timestamp()
    due = clocks.due(calendar, opened, priority, promised)
    left = clocks.hours_left(calendar, due, priority, now)
    keeping = clocks.standing(due, ended, is_over, now)
    told = zip(rows, promised, due, ended, keeping, left, strict=True)
    return [
        Clock(row, promise, float(hours), _instant(by), _instant(end), word, _known(rest))
        for row, hours, by, end, word, rest in told
        if not np.isnan(hours)
    ]


def _of_resolution(calendar: Calendar) -> Calendar:
    """The calendar with the clocks by which resolutions are reckoned."""
    return msgspec.structs.replace(calendar, clock=calendar.resolution_clock)


def _instant(seconds: float) -> datetime | None:
    return None if np.isnan(seconds) else datetime.fromtimestamp(float(seconds), UTC)


def _known(number: float) -> float | None:
    return None if np.isnan(number) else float(number)


def hours_words(hours: float | None) -> str:
    """“40 min”, “2.5 h”, “168 h”: as a column says it. Never days: those of a clock of business are
    no days of the calendar."""
    if hours is None:
        return "unknown"
    size = abs(hours)
    if size < 1:
        return f"{size * 60:.0f} min"
    return f"{size:.1f} h".replace(".0 h", " h") if size < 48 else f"{size:,.0f} h"
