"""Customers at risk: who steps in when, and what shows it. Plain Python."""

from tenure.programme.onboarding import Step
from tenure.programme.part import Contradiction, Part, no_code_twice
from tenure.programme.words import Owner


class EscalationLevel(Part, frozen=True, kw_only=True):
    """Who takes over, and by when there must be an answer; 0 hours is at once."""

    number: int
    title: str
    who: Owner
    hours: float | None = None
    working_days: int | None = None
    reached_when: str
    does: str

    def __post_init__(self) -> None:
        if (self.hours is None) == (self.working_days is None):
            raise ValueError(f"Level {self.number} needs hours or working_days, not both.")


class AtRisk(Part, frozen=True):
    """What is promised to a customer at risk; hours run by the clock, not by opening hours."""

    score_under: float
    assessed_within_hours: float
    plan_within_hours: float
    check_in_days: int
    """One check-in each working day for so many days."""
    recovered_at: float
    assessment: tuple[Step, ...]


class Flag(Part, frozen=True):
    """A sign to look for, and what it says."""

    code: str
    title: str
    says: str


class Escalation(Part, frozen=True):
    at_risk: AtRisk
    level: tuple[EscalationLevel, ...]
    red_flag: tuple[Flag, ...]
    expansion_signal: tuple[Flag, ...]

    def __post_init__(self) -> None:
        numbers = [level.number for level in self.level]
        if not numbers or numbers != list(range(1, len(numbers) + 1)):
            words = f"The levels must count from 1: {', '.join(map(str, numbers))}."
            raise Contradiction(words, "level")
        no_code_twice("sign", (flag.code for flag in self.red_flag), "red_flag")
        no_code_twice("sign", (flag.code for flag in self.expansion_signal), "expansion_signal")
