"""Scorecards for properties: any that is in order."""

from hypothesis import strategies as st

from tenure.programme.faults import COMPONENTS
from tenure.programme.scorecard import Component, OwnMeasure, Scorecard, ScoredMeasure
from tenure.programme.words import HealthLevel, Tier

CODES = [f"measure_{n}" for n in range(8)]
NUMBERS = st.floats(-1e9, 1e9)
SCORES = st.floats(0, 100)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(str.strip)


def shares(count: int) -> st.SearchStrategy[list[float]]:
    """Weights that sum to 100, down to sixteenths."""
    cuts = st.lists(st.integers(1, 1599), min_size=count - 1, max_size=count - 1, unique=True).map(
        sorted
    )
    return cuts.map(lambda at: [(b - a) / 16 for a, b in zip([0, *at], [*at, 1600], strict=True)])


@st.composite
def curves(draw):
    at = sorted(draw(st.lists(NUMBERS, min_size=2, max_size=5, unique=True)))
    scores = draw(st.lists(SCORES, min_size=len(at), max_size=len(at)))
    return tuple(zip(at, sorted(scores, reverse=draw(st.booleans())), strict=True))


@st.composite
def measures(draw, codes):
    weights = draw(shares(len(codes)))
    by_tier = st.dictionaries(st.sampled_from(list(Tier)), curves(), max_size=2)
    return tuple(
        ScoredMeasure(code=code, weight=weight, curve=draw(curves()), curve_by_tier=draw(by_tier))
        for code, weight in zip(codes, weights, strict=True)
    )


@st.composite
def components(draw):
    parts = draw(st.lists(st.sampled_from(COMPONENTS), min_size=1, unique=True))
    by_tier = {tier: draw(shares(len(parts))) for tier in ("default", *Tier)}
    return tuple(
        Component(
            code=code,
            title=draw(TEXTS),
            weight={tier: weights[place] for tier, weights in by_tier.items()},
            target=draw(SCORES),
            measures=draw(measures(CODES[2 * place : 2 * place + draw(st.integers(1, 2))])),
        )
        for place, code in enumerate(parts)
    )


OWN = st.builds(
    OwnMeasure, code=TEXTS, title=TEXTS, definition=TEXTS, unit=TEXTS, expression=TEXTS,
    digits=st.integers(0, 3),
)  # fmt: skip


@st.composite
def scorecards(draw):
    levels = sorted(draw(st.lists(st.floats(0.5, 100), min_size=3, max_size=3, unique=True)))
    return Scorecard(
        levels=dict(zip(HealthLevel, [*reversed(levels), 0.0], strict=True)),
        trend_points=draw(st.floats(0.5, 50)),
        drop_points=draw(st.floats(0.5, 50)),
        renewal_near_days=draw(st.integers(0, 365)),
        component=draw(components()),
        own=tuple(draw(st.lists(OWN, max_size=2, unique_by=lambda own: own.code))),
    )
