"""A customer of the story: who it is, and how it fares on any day."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tenure.demo.arcs import Arc
from tenure.programme.words import Tier

DAYS_UNTIL_NOTICED = 10  # a departure is noted at the end of its week, and was some days before


@dataclass(frozen=True)
class Someone:
    name: str
    title: str
    role: str


@dataclass
class DemoCustomer:
    """A customer of the story, known by number."""

    number: int
    name: str
    tier: Tier
    arc: Arc
    begin: date
    annual_value: int
    seats: int
    industry: str
    city: str
    state: str
    objective: str
    csm: str
    people: list[Someone]
    random: Random
    joined_on: date = field(init=False)

    def __post_init__(self) -> None:
        self.joined_on = self.day(self.arc.joins_day - (self.number * 37) % 300)
        if self.arc.joins_day > 0:
            self.joined_on = self.day(self.arc.joins_day)

    def day(self, number: float) -> date:
        return self.begin + timedelta(days=int(number))

    @property
    def external_id(self) -> str:
        return f"LP-{1000 + self.number}"

    @property
    def left_on(self) -> date | None:
        return self.day(self.arc.leaves_day) if self.arc.leaves_day is not None else None

    @property
    def champion(self) -> Someone:
        return self.people[1]

    def contact_on(self, day: date) -> Someone:
        """Whom we speak with: the champion, and the sponsor when the champion has left."""
        leaves = self.arc.champion_leaves_day
        has_left = leaves is not None and day > self.day(leaves - DAYS_UNTIL_NOTICED)
        return self.people[0] if has_left else self.champion

    def is_customer_on(self, day: date) -> bool:
        return self.joined_on <= day and (self.left_on is None or day <= self.left_on)

    def engagement(self, day: date) -> float:
        return self.arc.engagement((day - self.begin).days)

    def satisfaction(self, day: date) -> float:
        return self.arc.satisfaction((day - self.begin).days)
