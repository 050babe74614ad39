"""What is wrong with a scorecard: every contradiction, with its place, in words. Plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isclose, isfinite
from typing import TYPE_CHECKING

from tenure.programme.words import HealthLevel, Tier

if TYPE_CHECKING:
    from tenure.programme.scorecard import Component, Curve, Scorecard, ScoredMeasure

# The parts of a score that history keeps a column for.
COMPONENTS = ("engagement", "success", "satisfaction", "financial")
LEVELS = tuple(HealthLevel)  # highest first


@dataclass(frozen=True)
class Fault:
    """`place` names a field: `levels.GOOD`, `engagement.weight.ENTERPRISE`, `measures.nps.curve`."""

    place: str
    words: str


def faults_in(card: Scorecard) -> list[Fault]:
    """All of them, in the order of the file."""
    codes = [measure.code for measure in card.measures]
    return [
        *_of_levels(card.levels),
        *_of_thresholds(card),
        *_of_components(card.component),
        *_of_tiers(card.component),
        *_twice(codes, "measure", "measures.{}"),
        *_twice([own.code for own in card.own], "own measure", "own.{}"),
    ]


def _of_levels(levels: dict[HealthLevel, float]) -> Iterator[Fault]:
    for level in LEVELS:
        if level not in levels:
            yield Fault(f"levels.{level}", f"The level {level} has no threshold.")
    known = [level for level in LEVELS if level in levels]
    for level in known:
        if not 0 <= levels[level] <= 100:
            yield Fault(f"levels.{level}", f"The level {level} lies outside of 0 to 100.")
    for higher, lower in pairwise(known):
        if not levels[higher] > levels[lower]:
            words = f"The level {higher} begins at {levels[higher]:g}, not above {lower}."
            yield Fault(f"levels.{higher}", words)
    lowest = levels.get(LEVELS[-1])
    if lowest is not None and lowest != 0:
        yield Fault(f"levels.{LEVELS[-1]}", f"The level {LEVELS[-1]} begins at 0: it has the rest.")


def _of_thresholds(card: Scorecard) -> Iterator[Fault]:
    for name in ("trend_points", "drop_points"):
        if not 0 < getattr(card, name) <= 100:
            yield Fault(name, f"{name} lies between 0 and 100, and above 0.")
    if not 0 <= card.renewal_near_days <= 3650:
        yield Fault("renewal_near_days", "renewal_near_days lies between 0 and 3650.")


def _of_components(components: Sequence[Component]) -> Iterator[Fault]:
    codes = [component.code for component in components]
    yield from _twice(codes, "component", "{}.measures")
    for component in components:
        if component.code not in COMPONENTS:
            words = f"There is no component {component.code}: choose among {', '.join(COMPONENTS)}."
            yield Fault(f"{component.code}.measures", words)
        yield from _of_component(component)


def _of_component(component: Component) -> Iterator[Fault]:
    code = component.code
    for tier, weight in component.weight.items():
        if tier != "default" and not Tier.has(tier):
            words = f"The component {code} has a weight for {tier}: no tier."
            yield Fault(f"{code}.weight.{tier}", words)
        if not 0 <= weight <= 100:
            words = f"The weight of {code} lies outside of 0 to 100."
            yield Fault(f"{code}.weight.{tier}", words)
    if "default" not in component.weight:
        yield Fault(f"{code}.weight.default", f"The component {code} has no default weight.")
    if not component.title.strip():
        yield Fault(f"{code}.title", f"The component {code} has no title.")
    if not 0 <= component.target <= 100:
        yield Fault(f"{code}.target", f"The target of {code} lies outside of 0 to 100.")
    for measure in component.measures:
        yield from _of_measure(measure)
    total = sum(measure.weight for measure in component.measures)
    if not isclose(total, 100, abs_tol=1e-6):
        yield Fault(f"{code}.measures", f"The measures of {code} weigh {total:g}, not 100.")


def _of_measure(measure: ScoredMeasure) -> Iterator[Fault]:
    place = f"measures.{measure.code}"
    if not 0 < measure.weight <= 100:
        words = f"The measure {measure.code} needs a weight above zero, up to 100."
        yield Fault(f"{place}.weight", words)
    for words in _of_curve(measure.code, measure.curve):
        yield Fault(f"{place}.curve", words)
    for tier, curve in measure.curve_by_tier.items():
        for words in _of_curve(measure.code, curve):
            yield Fault(f"{place}.curve.{tier}", words)


def _of_curve(code: str, curve: Curve) -> Iterator[str]:
    if len(curve) < 2:
        yield f"The curve of {code} needs at least two points."
    at, scores = [point[0] for point in curve], [point[1] for point in curve]
    if not all(map(isfinite, at)) or at != sorted(set(at)):
        yield f"The curve of {code} does not run from left to right."
    if scores not in (sorted(scores), sorted(scores, reverse=True)):
        yield f"The curve of {code} goes up and down: more is better, or worse."
    if not all(0 <= score <= 100 for score in scores):
        yield f"The curve of {code} leaves the range from 0 to 100."


def _of_tiers(components: Sequence[Component]) -> Iterator[Fault]:
    if any("default" not in component.weight for component in components):
        return
    for tier in Tier:
        total = sum(component.weight_for(tier) for component in components)
        if not isclose(total, 100, abs_tol=1e-6):
            yield Fault(f"total.{tier}", f"The components weigh {total:g} for {tier}, not 100.")


def _twice(codes: Sequence[str], noun: str, place: str) -> Iterator[Fault]:
    for code, times in Counter(codes).items():
        if times > 1:
            yield Fault(place.format(code), f"The {noun} {code} stands twice.")
