"""The scorecard: which measures make up health, with what weight, by which curve. Plain Python."""

from functools import cached_property
from hashlib import sha256

import msgspec

from tenure.programme.words import HealthLevel, Tier

type Point = tuple[float, float]
type Curve = tuple[Point, ...]


class WrongScorecard(ValueError):
    """The scorecard contradicts itself; the words say where."""


class ScoredMeasure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    weight: float
    curve: Curve
    curve_by_tier: dict[Tier, Curve] = {}

    def curve_for(self, tier: Tier) -> Curve:
        return self.curve_by_tier.get(tier, self.curve)

    def __post_init__(self) -> None:
        for curve in (self.curve, *self.curve_by_tier.values()):
            check_curve(self.code, curve)
        if self.weight <= 0:
            raise WrongScorecard(f"The measure {self.code} needs a weight above zero.")


class Component(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    title: str
    weight: dict[str, float]
    target: float
    measures: tuple[ScoredMeasure, ...]

    def weight_for(self, tier: Tier) -> float:
        return self.weight.get(tier, self.weight["default"])

    def __post_init__(self) -> None:
        total = sum(measure.weight for measure in self.measures)
        if abs(total - 100) > 1e-6:
            raise WrongScorecard(f"The measures of {self.code} weigh {total:g}, not 100.")
        if "default" not in self.weight:
            raise WrongScorecard(f"The component {self.code} has no default weight.")
        for tier in self.weight.keys() - {"default"}:
            if not Tier.has(tier):
                raise WrongScorecard(f"The component {self.code} has a weight for {tier}: no tier.")


class Scorecard(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    levels: dict[HealthLevel, float]
    trend_points: float
    drop_points: float
    renewal_near_days: int
    component: tuple[Component, ...]

    def __post_init__(self) -> None:
        if missing := set(HealthLevel) - set(self.levels):
            raise WrongScorecard(f"The level {missing.pop()} has no threshold.")
        for tier in Tier:
            total = sum(component.weight_for(tier) for component in self.component)
            if abs(total - 100) > 1e-6:
                raise WrongScorecard(f"The components weigh {total:g} for {tier}, not 100.")
        codes = [measure.code for measure in self.measures]
        if twice := {code for code in codes if codes.count(code) > 1}:
            raise WrongScorecard(f"The measure {twice.pop()} stands twice.")

    @cached_property
    def measures(self) -> tuple[ScoredMeasure, ...]:
        """All measures in the order in which scores keep their readings."""
        return tuple(measure for component in self.component for measure in component.measures)

    @cached_property
    def version(self) -> str:
        """The same scorecard has the same version, on every machine and for ever."""
        return sha256(msgspec.json.encode(self, order="sorted")).hexdigest()


def check_curve(code: str, curve: Curve) -> None:
    if len(curve) < 2:
        raise WrongScorecard(f"The curve of {code} needs at least two points.")
    at, scores = [point[0] for point in curve], [point[1] for point in curve]
    if at != sorted(set(at)):
        raise WrongScorecard(f"The curve of {code} does not run from left to right.")
    if scores not in (sorted(scores), sorted(scores, reverse=True)):
        raise WrongScorecard(f"The curve of {code} goes up and down: more is better, or worse.")
    if not all(0 <= score <= 100 for score in scores):
        raise WrongScorecard(f"The curve of {code} leaves the range from 0 to 100.")
