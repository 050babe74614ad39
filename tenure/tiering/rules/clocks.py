"""Clocks of support, for any number of tickets at once: what is due when, and how it stands.

The same as `tenure.programme.working`, which reckons one by one: hours of the CALENDAR run night and
day, hours of BUSINESS while we are open. Moments are seconds since 1970 in UTC; NaN is unknown."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from tenure.programme.calendar import Calendar, Clock
from tenure.programme.tiers import PRIORITIES
from tenure.programme.working import FURTHEST, NeverOpen
from tenure.tiering.words import Keeping

type Seconds = NDArray[np.float64]
HOUR = 3600.0
INSTANT = 0.001  # what lies closer together is one moment: these are fractions of two


@dataclass(frozen=True)
class OpenHours:
    """When we are open, and how many open seconds were over when each stretch closed."""

    opens: Seconds
    closes: Seconds
    spent: Seconds

    @classmethod
    def covering(cls, calendar: Calendar, first: float, last: float, hours: float) -> "OpenHours":
        """From the first moment on, until so many hours after the last one were open."""
        day = datetime.fromtimestamp(first, UTC).astimezone(calendar.zone).date()
        end = datetime.fromtimestamp(last, UTC).astimezone(calendar.zone).date()
        opens, closes, left = [], [], hours * HOUR
        furthest = end + timedelta(days=FURTHEST)
        while left > 0:
            if day > furthest:
                raise NeverOpen(day)
            if calendar.is_working(day):
                opened, closed = _stretch(calendar, day)
                opens.append(opened)
                closes.append(closed)
                left -= closed - opened if day > end else 0
            day += timedelta(days=1)
        starts, ends = np.array(opens), np.array(closes)
        return cls(starts, ends, np.cumsum(ends - starts))

    def until(self, moments: Seconds) -> Seconds:
        """How many open seconds were over at each moment."""
        place = np.searchsorted(self.opens, moments, side="right") - 1
        inside = np.minimum(moments, self.closes[place]) - self.opens[place]
        before = self.spent[place] - (self.closes[place] - self.opens[place])
        return np.where(place >= 0, np.round(before + inside, 3), 0.0)

    def moment(self, spent: Seconds) -> Seconds:
        """The first moment at which so many open seconds are over."""
        place = np.searchsorted(self.spent + INSTANT, spent, side="left")
        return self.closes[place] - (self.spent[place] - spent)


def _stretch(calendar: Calendar, day: date) -> tuple[float, float]:
    opens, closes = (
        datetime.combine(day, at, calendar.zone).timestamp()
        for at in (calendar.opens, calendar.closes)
    )
    return opens, closes


def due(calendar: Calendar, opened: Seconds, priority: NDArray[np.str_], hours: Seconds) -> Seconds:
    """By when something is promised; NaN where nothing is."""
    answer = opened + hours * HOUR
    of_business = [p for p in PRIORITIES if calendar.clock[p] == Clock.BUSINESS]
    asked = np.isin(priority, of_business) & ~np.isnan(hours)
    if asked.any():
        starts, longest = opened[asked], float(hours[asked].max())
        open_hours = OpenHours.covering(calendar, starts.min(), starts.max(), longest)
        answer[asked] = open_hours.moment(open_hours.until(starts) + hours[asked] * HOUR)
    return answer


def standing(due: Seconds, ended: Seconds, is_over: NDArray[np.bool_], at: float) -> list[Keeping]:
    """How each promise stands. `ended` is when it was done; what is over without that is unknown,
    and so is what nobody promised."""
    unknown = np.isnan(due) | (np.isnan(ended) & is_over)
    done = ~np.isnan(ended) & (ended <= at)
    told = np.select(
        [unknown, done & (ended <= due + INSTANT), done, due < at],
        [Keeping.UNKNOWN.value, Keeping.KEPT.value, Keeping.MISSED.value, Keeping.BREACHED.value],
        Keeping.RUNNING.value,
    )
    return [Keeping(word) for word in told.tolist()]


def hours_left(calendar: Calendar, due: Seconds, priority: NDArray[np.str_], at: float) -> Seconds:
    """Hours of its own clock until each is due; below zero they are hours late."""
    answer = (due - at) / HOUR
    of_business = [p for p in PRIORITIES if calendar.clock[p] == Clock.BUSINESS]
    asked = np.isin(priority, of_business) & ~np.isnan(due)
    if asked.any():
        ends = due[asked]
        first, last = min(at, ends.min()), max(at, ends.max())
        open_hours = OpenHours.covering(calendar, first, last, 1.0)
        now = open_hours.until(np.array([at]))[0]
        answer[asked] = (open_hours.until(ends) - now) / HOUR
    return answer
