"""The scorecard: which measures make up health, with what weight, by which curve. Plain Python."""

from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256

import msgspec

from tenure.programme.faults import Fault, faults_in
from tenure.programme.words import HealthLevel, Tier

type Point = tuple[float, float]
type Curve = tuple[Point, ...]


class WrongScorecard(ValueError):
    """The scorecard contradicts itself; each fault says where and why."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(" ".join(fault.words for fault in faults))
        self.faults = tuple(faults)


class ScoredMeasure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    weight: float
    curve: Curve
    curve_by_tier: dict[Tier, Curve] = {}

    def curve_for(self, tier: Tier) -> Curve:
        return self.curve_by_tier.get(tier, self.curve)


class Component(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    title: str
    weight: dict[str, float]
    target: float
    measures: tuple[ScoredMeasure, ...]

    def weight_for(self, tier: Tier) -> float:
        return self.weight.get(tier, self.weight["default"])


class OwnMeasure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A measure that somebody made of known facts. A scorecard carries those that it uses, so that
    an old score keeps its meaning whatever becomes of the measure."""

    code: str
    title: str
    definition: str
    unit: str
    expression: str
    digits: int = 1


class Scorecard(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, dict=True
):
    levels: dict[HealthLevel, float]
    trend_points: float
    drop_points: float
    renewal_near_days: int
    component: tuple[Component, ...]
    own: tuple[OwnMeasure, ...] = ()

    def __post_init__(self) -> None:
        if faults := faults_in(self):
            raise WrongScorecard(faults)

    @cached_property
    def measures(self) -> tuple[ScoredMeasure, ...]:
        """All measures in the order in which scores keep their readings."""
        return tuple(measure for component in self.component for measure in component.measures)

    @cached_property
    def version(self) -> str:
        """The same scorecard has the same version, on every machine and for ever."""
        return sha256(msgspec.json.encode(self, order="sorted")).hexdigest()
