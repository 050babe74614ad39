"""Who is on stage, and what has happened to them so far."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from tenure.customers.models import Customer
from tenure.demo.customer import DemoCustomer
from tenure.onboarding.models import Onboarding
from tenure.people.models import Person
from tenure.plans.models import Milestone, SuccessPlan


@dataclass
class Player:
    """A customer of the story, its row, its CSM, and the plan that is under way."""

    fact: DemoCustomer
    customer: Customer
    csm: Person
    plan: SuccessPlan | None = None
    onboarding: Onboarding | None = None
    open_steps: list[Milestone] = field(default_factory=list)
    paused_on: date | None = None
    has_left: bool = False
    said: set[str] = field(default_factory=set)
    known: dict[str, Any] = field(default_factory=dict)
    random: Random = field(init=False)

    def __post_init__(self) -> None:
        self.random = Random(self.fact.number + 9)

    def has_joined(self, day: date) -> bool:
        return self.fact.joined_on < day

    def is_here(self, day: date) -> bool:
        return self.has_joined(day) and not self.has_left

    def reaches(self, number: float | None, since: date, end: date) -> bool:
        """Whether a day of the story falls into this stretch of time."""
        return number is not None and since < self.fact.day(number) <= end

    def once(self, what: str) -> bool:
        """Whether something has not happened yet; from now on it has."""
        if what in self.said:
            return False
        self.said.add(what)
        return True

    def thought_out[T](self, what: str, think: "Callable[[Player], T]") -> T:
        """What is the same all through the story, and takes a while to think out."""
        if what not in self.known:
            self.known[what] = think(self)
        found: T = self.known[what]
        return found


@dataclass
class Scene:
    players: list[Player]
    now: datetime

    def here(self, day: date) -> list[Player]:
        return [player for player in self.players if player.is_here(day)]

    def at(self, day: date, hour: int = 10, minute: int = 0) -> datetime:
        """An hour of the day; never later than now, when the story ends before that hour."""
        return min(datetime.combine(day, time(hour, minute), UTC), self.now)


def hour_of(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), UTC)


def workday(day: date) -> date:
    """The day, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
