"""The chart of a customer's health, computed to points on paper. Plain Python; a template draws it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from string import ascii_uppercase

from tenure.health.plots import LEFT, RIGHT, TOP, Event, EventMark, Frame, Mark, Plot
from tenure.programme.words import HealthLevel

LOWEST_SHOWN = 25


def plot_health(
    scores: Sequence[tuple[date, int]],
    events: Sequence[Event],
    levels: dict[HealthLevel, float],
    width: int,
    height: int = 210,
    changes: Sequence[Event] = (),
    chosen: Sequence[tuple[date, int]] = (),
) -> Plot:
    """Lay out a line of at least two scores, oldest first; `changes` are of the way of scoring."""
    frame = _frame(scores, width, height)
    points = frame.marks(scores)
    return Plot(
        width=width,
        height=height,
        path="M" + "L".join(f"{point.x} {point.y}" for point in points),
        points=points,
        grid=tuple(_grid(levels, frame)),
        names=tuple(_names(levels, frame)),
        months=tuple(_months(frame)),
        zone_top=frame.y(levels[HealthLevel.FAIR]),
        floor=frame.floor,
        left=LEFT,
        right=width - RIGHT,
        top=TOP,
        end=points[-1],
        events=tuple(_event_marks(events, scores, frame)),
        changes=tuple(_change_marks(changes, frame)),
        chosen=frame.marks(chosen),
    )


def _frame(scores: Sequence[tuple[date, int]], width: int, height: int) -> Frame:
    low = min(LOWEST_SHOWN, min(score for _, score in scores) - 5)
    return Frame(width, height, scores[0][0], scores[-1][0], low)


def _grid(levels: dict[HealthLevel, float], frame: Frame) -> Iterator[Mark]:
    for bound in (*levels.values(), 100.0):
        if bound > frame.low:
            yield Mark(LEFT, frame.y(bound), f"{bound:g}")


def _names(levels: dict[HealthLevel, float], frame: Frame) -> Iterator[Mark]:
    for level, least in levels.items():
        top = min(bound for bound in (*levels.values(), 100.0) if bound > least)
        yield Mark(LEFT + 4, frame.y(top) + 14, level.label)


def _months(frame: Frame) -> Iterator[Mark]:
    for day in _ticks(frame.first, frame.last, frame.width):
        yield Mark(
            frame.x(day), frame.height - 5, f"{day:%b %Y}" if day.month == 1 else f"{day:%b}"
        )


def _event_marks(
    events: Sequence[Event], scores: Sequence[tuple[date, int]], frame: Frame
) -> Iterator[EventMark]:
    for number, event in enumerate(events, start=1):
        at = max((s for s in scores if s[0] <= event.day), default=scores[0])
        yield EventMark(number, frame.x(event.day), frame.y(at[1]), event)


def _change_marks(changes: Sequence[Event], frame: Frame) -> Iterator[Mark]:
    for letter, change in zip(ascii_uppercase, changes, strict=False):
        yield Mark(frame.x(change.day), frame.floor - 10, letter)


def _ticks(first: date, last: date, width: int) -> list[date]:
    """First days of months, as many as fit beside each other."""
    months = []
    day = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while day <= last:
        months.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    step = max(1, -(-len(months) * 64 // width))
    return months[::step]
