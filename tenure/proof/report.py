"""A backtest's report, as it is kept and shown. Plain data; what each figure is stands beside it."""

from datetime import date
from uuid import UUID

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A part of the looks: how many, at how many customers, and how many of these left in time."""

    looks: int
    looks_before_leaving: int
    customers: int
    leavers: int

    @property
    def share_left(self) -> float:
        return self.looks_before_leaving / self.looks if self.looks else 0.0


class Ranking(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """How well something sorts those who left from those who stayed. `auc` is the chance that one
    who left stood lower than one who stayed; `low` to `high` is its 95% interval."""

    auc: float | None
    low: float | None
    high: float | None
    looks: int
    leavers: int
    stayers: int


class Baseline(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A naive number, and the score over the very same looks."""

    code: str
    ranking: Ranking
    score: Ranking


class OfTier(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    tier: str
    ranking: Ranking


class OfLevel(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Of the looks at this level, how many were followed by a leaving, and which share was foretold."""

    level: str
    looks: int
    left: int
    foretold: float | None


class Bin(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    looks: int
    foretold: float
    happened: float


class Calibration(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Chances fitted on the earlier part, held against the later one. `brier_of_share` is the Brier
    score of telling everybody the earlier part's share."""

    brier: float
    brier_of_share: float
    error: float
    bins: tuple[Bin, ...]


class Flagged(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """What came of warning below a score."""

    below: float
    looks: int
    precision: float | None  # of the looks that warned, the share that was followed by a leaving
    recall: float | None  # of the looks before a leaving, the share that warned
    leavings: int
    caught: int  # leavings with a warning that lasted to the day before
    caught_early: int  # of these, with one that had lasted for 30 days or more
    lost: float  # value of a year of those who left
    lost_and_flagged: float
    lead_days: tuple[float, float, float] | None  # quartiles over the caught
    false_alarms: int
    weeks: float
    csms: int

    @property
    def lost_share(self) -> float | None:
        return self.lost_and_flagged / self.lost if self.lost else None

    @property
    def false_alarms_a_csm_and_week(self) -> float | None:
        return self.false_alarms / (self.csms * self.weeks) if self.csms and self.weeks else None


class Leaving(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Somebody who left. Flagged since: the first day of the warning that lasted to the day before it
    left; none if there was no warning on that day."""

    customer_id: UUID
    left_on: date
    value: float
    score: float | None  # on the day before
    flagged_since: date | None
    is_tested: bool  # after the split

    @property
    def lead_days(self) -> int | None:
        return (self.left_on - self.flagged_since).days if self.flagged_since else None


class Report(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    horizon_days: int
    step_days: int
    first_look: date | None
    last_look: date | None
    split_on: date | None
    known_until: date
    scorecard_version: str
    customers: int
    looks: int
    unscored: int  # nothing was known on that day
    unsettled: int  # whether they left is not known yet
    earlier: Part
    later: Part
    ranking: Ranking
    lift: float | None
    gains: tuple[tuple[float, float], ...]
    baselines: tuple[Baseline, ...]
    tiers: tuple[OfTier, ...]
    levels: tuple[OfLevel, ...]
    calibration: Calibration | None
    flagged: Flagged
    leavings: tuple[Leaving, ...]
