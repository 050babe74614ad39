"""What would bring a score back to the next level: which measures, and how far."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

import numpy as np

from tenure.health import rules
from tenure.health.explanation.moves import Move, best_reading, moved, reading_for
from tenure.health.explanation.snapshots import STEADY_POINTS, Snapshot
from tenure.health.explanation.ways import Recovery, Way
from tenure.health.measures import measure_of
from tenure.programme.scorecard import ScoredMeasure
from tenure.programme.words import HealthLevel

ONCE = "once"  # the window of what is measured once and cannot be repeated


def bring_back(now: Snapshot, before: Snapshot | None) -> Recovery | None:
    """For a score below Good, or one that fell since an earlier one; None for others."""
    fell_from = before.score if before and before.score - now.score >= STEADY_POINTS else None
    goal = _goal(now, fell_from)
    if goal is None:
        return None
    threshold, level = goal
    alone = tuple(_ways(now, [[move] for move in _moves_alone(now, threshold)]))
    together = _fewest(now, _moves_back(now, before) if before else [], threshold)
    if not alone and (together is None or together.score < threshold):
        together = _fewest(now, _moves_to_best(now), threshold) or together
    return Recovery(
        level=level,
        threshold=threshold,
        alone=alone,
        together=together,
        has_fallen=fell_from is not None,
    )


def _goal(now: Snapshot, fell_from: int | None) -> tuple[float, HealthLevel | None] | None:
    """The score to reach, and the level that begins there. Who is Good and fell within the level has
    to get back to where it was; who is below has to get up."""
    levels = now.card.levels
    higher = [(least, level) for level, least in levels.items() if least > now.score]
    is_good = now.score >= levels[HealthLevel.GOOD]
    if not higher or (is_good and fell_from is None):
        return (float(fell_from), None) if fell_from else None
    threshold, level = min(higher)
    if is_good and fell_from is not None and fell_from < threshold:
        return float(fell_from), None
    return threshold, level


def _moves_alone(now: Snapshot, threshold: float) -> list[Move]:
    """Every measure that can reach the threshold alone, the shortest way on its curve first. Half a
    point below it is enough, as whole points count and a half goes up."""
    scored = now.scored()
    missing = ceil(threshold) - 0.5 - scored.overall[0]
    found: list[tuple[float, Move]] = []
    for column, part, move in _movable(now):
        further = missing / scored.weights[0, column]
        wanted = reading_for(scored.measures[0, column] + further, part.curve_for(now.tier))
        if wanted is not None:
            found.append((further, replace(move, wanted=wanted).in_figures()))
    moves = [move for _, move in sorted(found, key=lambda pair: pair[0])]
    there = rules.rounded(moved(now, [[move] for move in moves])) >= threshold
    return [
        move if is_there else move.a_little_further()
        for move, is_there in zip(moves, there, strict=True)
    ]


def _moves_back(now: Snapshot, before: Snapshot) -> list[Move]:
    """What got worse since then, back to where it was."""
    moves = [
        replace(move, wanted=was, is_back=True)
        for _, part, move in _movable(now)
        if (was := before.numbers.get(part.code)) is not None
    ]
    return _by_gain(now, moves)


def _moves_to_best(now: Snapshot) -> list[Move]:
    return _by_gain(
        now,
        [
            replace(move, wanted=best_reading(part.curve_for(now.tier)))
            for _, part, move in _movable(now)
        ],
    )


def _by_gain(now: Snapshot, moves: Sequence[Move]) -> list[Move]:
    """Those that add to the score, the one that adds most first."""
    gains = moved(now, [[move] for move in moves]) - now.scored().overall[0]
    order = np.argsort(-gains, kind="stable")
    return [moves[place] for place in order if gains[place] > 1e-9]


def _movable(now: Snapshot) -> Iterator[tuple[int, ScoredMeasure, Move]]:
    """What is known, counts, and can be measured again."""
    weights = now.scored().weights[0]
    for column, part in enumerate(now.card.measures):
        measure, reading = measure_of(part.code, now.card), now.measured[column]
        if reading is not None and weights[column] > 0 and measure.window != ONCE:
            yield column, part, Move(measure=measure, reading=reading, wanted=reading)


def _fewest(now: Snapshot, moves: Sequence[Move], threshold: float) -> Way | None:
    """As many of the moves, from the first, as it takes to reach the threshold, or all of them."""
    ways = _ways(now, [moves[:count] for count in range(1, len(moves) + 1)])
    enough = [way for way in ways if way.score >= threshold]
    return enough[0] if enough else ways[-1] if ways else None


def _ways(now: Snapshot, ways: Sequence[Sequence[Move]]) -> list[Way]:
    return [
        Way(moves=tuple(moves), gain=int(score) - now.score, score=int(score))
        for moves, score in zip(ways, rules.rounded(moved(now, ways)), strict=True)
    ]
