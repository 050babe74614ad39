"""A score taken apart: what each measure says, what that does to the score, and what it did before."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from tenure.health import rules
from tenure.health.explanation.changes import Split, in_tenths, split
from tenure.health.explanation.readings import Change, Group, Reading
from tenure.health.explanation.snapshots import Snapshot, or_none
from tenure.health.measures import Measure, measure_of
from tenure.programme.scorecard import Component


def explain(now: Snapshot, before: Snapshot | None) -> tuple[Group, ...]:
    """The groups of readings behind a score; with an earlier score, what each added or took. What
    only the earlier scorecard counted stands with the rest of its component."""
    readings = tuple(_readings(now, before))
    groups = {component.code: component for component in now.card.component}
    for reading in readings:
        groups.setdefault(reading.component.code, reading.component)
    return tuple(
        _group(component, tuple(r for r in readings if r.component.code == code))
        for code, component in groups.items()
    )


def _group(component: Component, readings: tuple[Reading, ...]) -> Group:
    weight = sum(reading.weight for reading in readings)
    points = sum(reading.points for reading in readings)
    changes = [reading.changed.points for reading in readings if reading.changed]
    return Group(
        component=component,
        score=int(rules.rounded(np.array(points / weight))) if weight else None,
        weight=weight,
        points=points,
        change=sum(changes) if changes else None,
        readings=readings,
    )


def _readings(now: Snapshot, before: Snapshot | None) -> Iterator[Reading]:
    """In the scorecard's order, one for each measure that counts, or did."""
    parts = split((before or now).side, now.side)
    tenths = in_tenths(np.concatenate([parts.behaviour[0], parts.configuration[0]]))
    for column, code in enumerate(parts.codes):
        earlier: dict[str, Any] = {
            "number_before": before.numbers.get(code),
            "weight_before": float(parts.before.weights[0, column]),
            "score_before": or_none(parts.before.measures[0, column]),
            "changed": _change(parts, tenths, column),
        } if before else {}  # fmt: skip
        yield Reading(
            measure=_measure(code, now, before),
            component={**(before or now).components, **now.components}[code],
            number=now.numbers.get(code),
            weight=float(parts.now.weights[0, column]),
            score=or_none(parts.now.measures[0, column]),
            points=float(parts.now.points[0, column]),
            evidence=_evidence(code, now, before),
            is_counted=code in now.components,
            **earlier,
        )


def _change(parts: Split, tenths: list[int], column: int) -> Change:
    return Change(
        behaviour=float(parts.behaviour[0, column]),
        configuration=float(parts.configuration[0, column]),
        behaviour_tenths=tenths[column],
        configuration_tenths=tenths[len(parts.codes) + column],
    )


def _evidence(code: str, now: Snapshot, before: Snapshot | None) -> str:
    measure = _measure(code, now, before)
    was = before.numbers.get(code) if before else None
    if code not in now.components:
        return f"{measure.change(None, was)}, no longer counted"
    if before and code not in before.components:
        return f"{measure.change(None, now.numbers.get(code))}, newly counted"
    return measure.change(was, now.numbers.get(code), compared=before is not None)


def _measure(code: str, now: Snapshot, before: Snapshot | None) -> Measure:
    """A measure as the scorecard has it that counts it: today's, or else the earlier one's."""
    card = now.card if code in now.components or before is None else before.card
    return measure_of(code, card)
