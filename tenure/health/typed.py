"""A draft as people type it: the texts of its fields into values, and values into texts.

The name of a field is the place that a fault of it names: `measures.nps.curve.ENTERPRISE`.
"""

import re
from collections.abc import Mapping
from copy import deepcopy
from math import isfinite
from typing import Any

from tenure.programme.differences import MINUS, plain
from tenure.programme.faults import COMPONENTS
from tenure.programme.words import Tier

type Values = dict[str, Any]

ARROW = re.compile(r"\s*(?:→|->|=>|:)\s*")
SETTINGS = ("trend_points", "drop_points", "renewal_near_days")
TIERS = ("default", *Tier)
FIRST_CURVE = [[0.0, 0.0], [100.0, 100.0]]


def number_in(text: str) -> float | str:
    """The number that a text means, or the text when it means none."""
    told = text.strip().replace(MINUS, "-").removesuffix("%")
    try:
        number = float(told)
    except ValueError:
        return text.strip()
    return number if isfinite(number) and "_" not in told else text.strip()


def curve_in(text: str) -> list[list[float]] | str:
    """The points of “0 → 0, 5 → 100”, or the text when it has none."""
    points = []
    for part in filter(str.strip, re.split(r"[,;\n]", text)):
        pair = [number_in(number) for number in ARROW.split(part)]
        if len(pair) != 2 or any(isinstance(number, str) for number in pair):
            return text.strip()
        points.append([float(number) for number in pair])
    return points


def text_of(value: Any) -> str:
    """A value as its field shows it; what could not be read is shown as it was typed."""
    if isinstance(value, list):
        return ", ".join(f"{plain(at)} → {plain(score)}" for at, score in value)
    return value if isinstance(value, str) else plain(value)


def whole(definition: Values) -> Values:
    """A definition with a place for every component, also for those that count nothing yet."""
    told = deepcopy(definition)
    known = {part["code"] for part in told["component"]}
    for code in COMPONENTS:
        if code not in known:
            told["component"].append(
                {"code": code, "title": code.capitalize(), "weight": {"default": 0.0},
                 "target": 80.0, "measures": []}
            )  # fmt: skip
    return told


def typed(definition: Values, fields: Mapping[str, str]) -> Values:
    """The definition with what the fields say; a field that is not among them stays as it is."""
    told = whole(definition)
    for level in told["levels"]:
        _take(told["levels"], level, fields.get(f"levels.{level}"))
    for name in SETTINGS:
        _take(told, name, fields.get(name))
    days = told["renewal_near_days"]
    if isinstance(days, float) and days.is_integer():
        told["renewal_near_days"] = int(days)
    for part in told["component"]:
        for tier in TIERS:
            _take(part["weight"], tier, fields.get(f"{part['code']}.weight.{tier}"))
        _take(part, "target", fields.get(f"{part['code']}.target"))
        for measure in part["measures"]:
            _type_measure(measure, fields)
    return told


def _type_measure(measure: Values, fields: Mapping[str, str]) -> None:
    place = f"measures.{measure['code']}"
    _take(measure, "weight", fields.get(f"{place}.weight"))
    if (text := fields.get(f"{place}.curve")) is not None:
        measure["curve"] = curve_in(text)
    curves = measure.setdefault("curve_by_tier", {})
    for tier in Tier:
        text = fields.get(f"{place}.curve.{tier}")
        if text is not None and text.strip():
            curves[str(tier)] = curve_in(text)
        elif text is not None:
            curves.pop(str(tier), None)


def _take(values: Values, name: str, text: str | None) -> None:
    """An empty field of a tier means: as everybody else."""
    if text is None:
        return
    if text.strip() == "" and Tier.has(name):
        values.pop(name, None)
    else:
        values[name] = number_in(text)


def with_measure(
    definition: Values, component: str, code: str, own: Values | None = None
) -> Values:
    """With a measure more, which weighs nothing yet; one of somebody's own comes along."""
    told = whole(definition)
    if own is not None:
        told["own"] = [*told.get("own", []), own]
    for part in told["component"]:
        if part["code"] == component:
            part["measures"].append({"code": code, "weight": 0.0, "curve": deepcopy(FIRST_CURVE)})
    return told


def without_measure(definition: Values, code: str) -> Values:
    told = whole(definition)
    for part in told["component"]:
        part["measures"] = [one for one in part["measures"] if one["code"] != code]
    told["own"] = [own for own in told.get("own", []) if own["code"] != code]
    return told
