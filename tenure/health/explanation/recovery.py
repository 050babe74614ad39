"""What would bring a score back to the next level: which measures, and how far."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from tenure.health.explanation.moves import Move, best_reading, moved, reading_for, whole
from tenure.health.explanation.snapshots import STEADY_POINTS, Snapshot
from tenure.health.explanation.ways import Recovery, Way
from tenure.health.measures import MEASURE_BY_CODE
from tenure.programme.scorecard import ScoredMeasure
from tenure.programme.words import HealthLevel

ONCE = "once"  # the window of what is measured once and cannot be repeated


def bring_back(now: Snapshot, before: Snapshot | None) -> Recovery | None:
    """For a score below Good, or one that fell since an earlier one; None for others."""
    has_fallen = before is not None and before.score - now.score >= STEADY_POINTS
    levels = now.card.levels
    higher = [(least, level) for level, least in levels.items() if least > now.score]
    if not higher or not (has_fallen or now.score < levels[HealthLevel.GOOD]):
        return None
    threshold, level = min(higher)
    alone = tuple(_way(now, [move]) for move in _moves_alone(now, threshold))
    together = _fewest(now, _moves_back(now, before) if before else [], threshold)
    if not alone and (together is None or together.score < threshold):
        together = _fewest(now, _moves_to_best(now), threshold) or together
    return Recovery(
        level=level, threshold=threshold, alone=alone, together=together, has_fallen=has_fallen
    )


def _moves_alone(now: Snapshot, threshold: float) -> list[Move]:
    """Every measure that can reach the threshold alone, the shortest way on its curve first. Half a
    point below it is enough, as whole points count and a half goes up."""
    scored = now.scored()
    missing = ceil(threshold) - 0.5 - scored.overall[0]
    found: dict[str, tuple[float, Move]] = {}
    for column, part, move in _movable(now):
        further = missing / scored.weights[0, column]
        wanted = reading_for(scored.measures[0, column] + further, part.curve_for(now.tier))
        if wanted is not None:
            there = _far_enough(now, replace(move, wanted=wanted), threshold)
            found[part.code] = further, there
    return [move for _, move in sorted(found.values(), key=lambda pair: pair[0])]


def _far_enough(now: Snapshot, move: Move, threshold: float) -> Move:
    """In figures that people read, and after rounding still there."""
    there = move.in_figures()
    return there if whole(moved(now, [there])) >= threshold else there.a_little_further()


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
    overall = float(now.scored().overall[0])
    gains = [(moved(now, [move]) - overall, move) for move in moves]
    helpful = [pair for pair in gains if pair[0] > 1e-9]
    return [move for _, move in sorted(helpful, key=lambda pair: -pair[0])]


def _movable(now: Snapshot) -> Iterator[tuple[int, ScoredMeasure, Move]]:
    """What is known, counts, and can be measured again."""
    weights = now.scored().weights[0]
    for column, part in enumerate(now.card.measures):
        measure, reading = MEASURE_BY_CODE[part.code], now.measured[column]
        if reading is not None and weights[column] > 0 and measure.window != ONCE:
            yield column, part, Move(measure=measure, reading=reading, wanted=reading)


def _fewest(now: Snapshot, moves: Sequence[Move], threshold: float) -> Way | None:
    """As many of the moves, from the first, as it takes to reach the threshold, or all of them."""
    way = None
    for count in range(1, len(moves) + 1):
        way = _way(now, moves[:count])
        if way.score >= threshold:
            return way
    return way


def _way(now: Snapshot, moves: Sequence[Move]) -> Way:
    score = whole(moved(now, moves))
    return Way(moves=tuple(moves), gain=score - now.score, score=score)
