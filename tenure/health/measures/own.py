"""Measures that people make of known facts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import msgspec

from tenure.health.measures.expressions import WrongExpression, formula
from tenure.health.measures.known_facts import FACTS
from tenure.health.measures.measure import Measure
from tenure.programme.faults import Fault
from tenure.programme.scorecard import OwnMeasure

PREFIX = "own_"  # so that no measure that Tenure may bring one day has the same code
CODE = re.compile(r"own_[a-z][a-z0-9_]{0,60}")
MOST_DIGITS = 3


def faults_of(own: OwnMeasure) -> Iterator[Fault]:
    """What is wrong with an own measure, each with its field."""
    place = f"own.{own.code}"
    if not CODE.fullmatch(own.code):
        words = f"The code of an own measure is {PREFIX}, then letters, digits and _: {own.code}."
        yield Fault(f"{place}.code", words)
    if not own.title.strip():
        yield Fault(f"{place}.title", f"The own measure {own.code} has no title.")
    if not 0 <= own.digits <= MOST_DIGITS:
        yield Fault(f"{place}.digits", f"{own.code} shows 0 to {MOST_DIGITS} decimals.")
    try:
        formula(own.expression)
    except WrongExpression as wrong:
        yield Fault(f"{place}.expression", f"{own.code}: {wrong}")


@lru_cache(maxsize=256)
def measure_from(own: OwnMeasure) -> Measure:
    """The measure that an expression describes, beside which ours stand."""
    unit = own.unit.replace("{", "").replace("}", "")
    tail = f"{{}}{unit}" if unit == "%" else f"{{}} {unit}".rstrip()
    title = own.title.replace("{", "").replace("}", "")
    named = [FACTS[name][1] for name in FACTS if re.search(rf"\b{name}\b", own.expression)]
    return Measure(
        code=own.code,
        title=own.title,
        definition=own.definition or f"Computed as {own.expression}.",
        unit=own.unit,
        source=", ".join(dict.fromkeys(named)),
        window="as its facts",
        of=formula(own.expression),
        words=f"{title}: {tail}",
        short=f"{title} {tail}",
        digits=own.digits,
    )


def measure_or_none(
    code: str, own: Iterable[Mapping[str, Any]], ours: Iterable[Measure]
) -> Measure | None:
    """A measure by its code, among those of a draft that may be wrong."""
    found = next((measure for measure in ours if measure.code == code), None)
    if found is not None:
        return found
    try:
        told = next(msgspec.convert(one, OwnMeasure) for one in own if one.get("code") == code)
        return measure_from(told)
    except (StopIteration, msgspec.ValidationError, WrongExpression):
        return None
