"""Scorecards like the programme's own, with something changed."""

import msgspec

from tenure.programme.in_force import scorecard
from tenure.programme.scorecard import Component, ScoredMeasure

CARD = scorecard()
CODES = [measure.code for measure in CARD.measures]


def without(code: str) -> type(CARD):
    """The scorecard without one measure, whose weight the others of its component share."""
    return msgspec.structs.replace(CARD, component=tuple(map(_dropping(code), CARD.component)))


def _dropping(code: str):
    def dropped(part: Component) -> Component:
        kept = [measure for measure in part.measures if measure.code != code]
        whole = sum(measure.weight for measure in kept)
        measures = (
            ScoredMeasure(m.code, m.weight * 100 / whole, m.curve, m.curve_by_tier) for m in kept
        )
        return msgspec.structs.replace(part, measures=tuple(measures))

    return dropped


def weighing(**weights: float):
    """The scorecard with these weights of components, and none for the others."""
    parts = (
        msgspec.structs.replace(part, weight={"default": weights.get(part.code, 0.0)})
        for part in CARD.component
    )
    return msgspec.structs.replace(CARD, component=tuple(parts))
