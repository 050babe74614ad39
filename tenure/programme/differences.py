"""What differs between two scorecards, as sentences. Plain Python."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tenure.programme.scorecard import Component, Curve, Scorecard, ScoredMeasure
from tenure.programme.words import HealthLevel, Tier

MINUS = "−"
SETTINGS = {
    "trend_points": "A change is a trend from more than {} points",
    "drop_points": "A fall is an alert from more than {} points",
    "renewal_near_days": "A renewal is near at {} days",
}


def differences(
    before: Scorecard, after: Scorecard, title_of: Callable[[str], str] = str
) -> list[str]:
    """In the order of the second one; `title_of` names a measure by its code."""
    return [
        *_of_settings(before, after),
        *_of_components(before, after),
        *_of_measures(before, after, title_of),
        *_of_own(before, after),
    ]


def _of_settings(before: Scorecard, after: Scorecard) -> Iterator[str]:
    for level in HealthLevel:
        if before.levels[level] != after.levels[level]:
            change = arrow(before.levels[level], after.levels[level])
            yield f"{level.label}: begins at {change}."
    for name, words in SETTINGS.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield words.format(arrow(old, new)) + "."


def _of_components(before: Scorecard, after: Scorecard) -> Iterator[str]:
    old = {component.code: component for component in before.component}
    new = {component.code: component for component in after.component}
    for code, component in new.items():
        if code not in old:
            yield f"{component.title}: new, weight {_weights(component)}."
        else:
            yield from _of_component(old[code], component)
    for code in old.keys() - new.keys():
        yield f"{old[code].title}: left out."
    kept = [code for code in old if code in new]
    if kept != [code for code in new if code in old]:
        yield "The components stand in another order."


def _of_component(old: Component, new: Component) -> Iterator[str]:
    if old.title != new.title:
        yield f"{old.title}: now called {new.title}."
    for tier in Tier:
        if old.weight_for(tier) != new.weight_for(tier):
            change = arrow(old.weight_for(tier), new.weight_for(tier))
            yield f"{new.title}: weight {change} for {tier.label}."
    if old.target != new.target:
        yield f"{new.title}: target {arrow(old.target, new.target)}."


def _of_measures(
    before: Scorecard, after: Scorecard, title_of: Callable[[str], str]
) -> Iterator[str]:
    old, new = _by_code(before), _by_code(after)
    for code, (component, measure) in new.items():
        name = title_of(code)
        if code not in old:
            yield f"{name}: new in {component.title}, weight {plain(measure.weight)}."
            continue
        if old[code][0].code != component.code:
            yield f"{name}: moved from {old[code][0].title} to {component.title}."
        yield from _of_measure(name, old[code][1], measure)
    for code in old:
        if code not in new:
            yield f"{title_of(code)}: left out."
    kept = [code for code in old if code in new]
    if kept != [code for code in new if code in old]:
        yield "The measures stand in another order."


def _of_measure(name: str, old: ScoredMeasure, new: ScoredMeasure) -> Iterator[str]:
    if old.weight != new.weight:
        yield f"{name}: weight {arrow(old.weight, new.weight)}."
    if old.curve != new.curve:
        yield f"{name}: curve {points(old.curve)}; now {points(new.curve)}."
    for tier in Tier:
        was, now = old.curve_by_tier.get(tier), new.curve_by_tier.get(tier)
        if was != now:
            told = points(now) if now else "as for the other tiers"
            yield f"{name}: curve for {tier.label} now {told}."


def _of_own(before: Scorecard, after: Scorecard) -> Iterator[str]:
    old = {own.code: own for own in before.own}
    for own in after.own:
        was = old.get(own.code)
        if was is not None and was.expression != own.expression:
            yield f"{own.title}: computed as {own.expression}; before {was.expression}."
        elif was is not None and was != own:
            yield f"{own.title}: described in other words."


def _by_code(card: Scorecard) -> Mapping[str, tuple[Component, ScoredMeasure]]:
    return {
        measure.code: (component, measure)
        for component in card.component
        for measure in component.measures
    }


def _weights(component: Component) -> str:
    return ", ".join(f"{plain(component.weight_for(tier))} for {tier.label}" for tier in Tier)


def arrow(old: Any, new: Any) -> str:
    return f"{plain(old)} → {plain(new)}"


def plain(number: float) -> str:
    """As few digits as it needs, with a real minus."""
    return f"{number:.12g}".replace("-", MINUS)


def points(curve: Curve) -> str:
    """“0 → 0, 5 → 100”."""
    return ", ".join(f"{plain(at)} → {plain(score)}" for at, score in curve)
