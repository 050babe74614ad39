"""When an alert opens, and why it did or did not. Plain Python, to be read aloud.

The SQL that opens alerts for all customers at once (queries.py) asks the same; a test holds the two
against each other over customers at random.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tenure.alerts.words import AlertRule
from tenure.programme.scorecard import Scorecard
from tenure.programme.words import HealthLevel

LEAST_CONFIDENCE = 40  # percent of what the scorecard asks for
SILENT_DAYS = 14
USED_BEFORE_DAYS = 90


@dataclass(frozen=True)
class Facts:
    """What is known of a customer. None is unknown."""

    has_left: bool
    score: int | None
    previous_score: int | None
    confidence: int | None
    used_on: date | None  # the last day of use
    reported_on: date | None  # the last day of which anybody's use was reported


@dataclass(frozen=True)
class Condition:
    """One thing that must be so for an alert to open."""

    words: str
    actual: str
    is_met: bool


def conditions(rule: AlertRule, facts: Facts, card: Scorecard) -> tuple[Condition, ...]:
    """All that must be so for this rule to open an alert, with how it is."""
    stays = Condition(
        "It is still a customer", "left" if facts.has_left else "yes", not facts.has_left
    )
    return (stays, *_of(rule, facts, card))


def fires(rule: AlertRule, facts: Facts, card: Scorecard) -> bool:
    return all(condition.is_met for condition in conditions(rule, facts, card))


def _of(rule: AlertRule, facts: Facts, card: Scorecard) -> Iterator[Condition]:
    score, before = facts.score, facts.previous_score
    good, fair = card.levels[HealthLevel.GOOD], card.levels[HealthLevel.FAIR]
    match rule:
        case AlertRule.SIGNIFICANT_DROP:
            fell = before - score if before is not None and score is not None else None
            words = f"Its score fell by more than {card.drop_points:g} since the score before"
            yield Condition(
                words, _moved(before, score), fell is not None and fell > card.drop_points
            )
        case AlertRule.BELOW_THRESHOLD:
            yield Condition(f"Its score is below {good:g}", _said(score), _is_below(score, good))
            was_good = before is None or before >= good
            words = f"The score before was {good:g} or more, or there was none"
            yield Condition(words, _said(before), was_good)
        case AlertRule.RED_ZONE:
            yield Condition(f"Its score is below {fair:g}", _said(score), _is_below(score, fair))
        case AlertRule.STALE_DATA:
            words = f"Confidence in its score is below {LEAST_CONFIDENCE}%"
            known = facts.confidence
            actual = "unknown" if known is None else f"{known}%"
            yield Condition(words, actual, _is_below(known, LEAST_CONFIDENCE))
        case AlertRule.SILENT_CUSTOMER:
            yield from _silence(facts)


def _silence(facts: Facts) -> Iterator[Condition]:
    days = (facts.reported_on - facts.used_on).days if facts.reported_on and facts.used_on else None
    actual = "never used" if days is None else f"{days} days ago, as far as is reported"
    yield Condition(
        f"Nobody used the product for {SILENT_DAYS} days", actual,
        days is not None and days >= SILENT_DAYS,
    )  # fmt: skip
    yield Condition(
        f"Somebody did within the {USED_BEFORE_DAYS} days before", actual,
        days is not None and days < SILENT_DAYS + USED_BEFORE_DAYS,
    )  # fmt: skip


def _is_below(number: int | None, least: float) -> bool:
    return number is not None and number < least


def _said(number: int | None) -> str:
    return "none" if number is None else str(number)


def _moved(before: int | None, now: int | None) -> str:
    return f"{_said(before)} → {_said(now)}"
