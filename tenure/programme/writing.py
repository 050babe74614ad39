"""A scorecard as a TOML text that reads back to the same scorecard. Comments are not kept."""

import json
from collections.abc import Iterator, Mapping

from tenure.programme.scorecard import Component, Curve, OwnMeasure, Scorecard, ScoredMeasure
from tenure.programme.words import HealthLevel, Tier

HEAD = "# How health is scored. Comments of a file that was imported are not kept.\n"


def toml_of(card: Scorecard) -> str:
    return HEAD + "\n".join(_lines(card)) + "\n"


def _lines(card: Scorecard) -> Iterator[str]:
    yield ""
    yield f"levels = {_table(card.levels)}"
    yield f"trend_points = {number(card.trend_points)}"
    yield f"drop_points = {number(card.drop_points)}"
    yield f"renewal_near_days = {card.renewal_near_days}"
    for component in card.component:
        yield from _of_component(component)
    for own in card.own:
        yield from _of_own(own)


def _of_component(component: Component) -> Iterator[str]:
    yield ""
    yield "[[component]]"
    yield f"code = {text(component.code)}"
    yield f"title = {text(component.title)}"
    yield f"weight = {_table(component.weight)}"
    yield f"target = {number(component.target)}"
    yield "measures = ["
    for measure in component.measures:
        yield f"  {_of_measure(measure)},"
    yield "]"


def _of_measure(measure: ScoredMeasure) -> str:
    parts = [
        f"code = {text(measure.code)}",
        f"weight = {number(measure.weight)}",
        f"curve = {_curve(measure.curve)}",
    ]
    if measure.curve_by_tier:
        curves = [
            f"{tier} = {_curve(curve)}" for tier, curve in sorted(measure.curve_by_tier.items())
        ]
        parts.append(f"curve_by_tier = {{ {', '.join(curves)} }}")
    return f"{{ {', '.join(parts)} }}"


def _of_own(own: OwnMeasure) -> Iterator[str]:
    yield ""
    yield "[[own]]"
    for name in ("code", "title", "definition", "unit", "expression"):
        yield f"{name} = {text(getattr(own, name))}"
    yield f"digits = {own.digits}"


def _curve(curve: Curve) -> str:
    return f"[{', '.join(f'[{number(at)}, {number(score)}]' for at, score in curve)}]"


def _table[K: str](numbers: Mapping[K, float]) -> str:
    """In the order of levels and tiers: databases and people mix it up."""
    by_name: Mapping[str, float] = {str(name): value for name, value in numbers.items()}
    known = [name for name in ("default", *HealthLevel, *Tier) if name in by_name]
    return f"{{ {', '.join(f'{name} = {number(by_name[name])}' for name in known)} }}"


def number(value: float) -> str:
    """The shortest digits that read back to the same number."""
    digits = repr(float(value))
    return digits if digits == "-0.0" else digits.removesuffix(".0")


def text(value: str) -> str:
    """A basic string of TOML, whose escapes are those of JSON but for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
