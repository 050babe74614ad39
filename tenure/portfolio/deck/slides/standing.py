"""Where we stand: the score, why it is what it is, and what moved it."""

from tenure.foundation.web.templatetags.saying import MINUS, short_day
from tenure.health.explanation import Group, Reading
from tenure.health.verdict import verdict
from tenure.portfolio.deck.parts import Chart, Figure, Figures, Grid, Series, Slide, Words
from tenure.portfolio.health_view import HealthView
from tenure.portfolio.reviewing.since import UNTOLD, Since

MOST_READINGS = 7


def standing(since: Since) -> Slide | None:
    view = since.health
    if view is None:
        return None
    level = view.now.level.label
    figures = [Figure(str(view.now.score), f"Health, {level.lower()}", "of 100"), *_moved(view)]
    known = sum(len(group.known) for group in view.groups)
    missing = sum(len(group.unknown) for group in view.groups)
    note = (
        f"{known} of {known + missing} measures are known" if missing else "All measures are known"
    )
    return Slide(
        f"Where we stand: {view.now.score} of 100, {level.lower()}",
        [
            Figures(figures),
            Words(str(verdict(view.now, view.before, view.groups, UNTOLD))),
            _components(view.groups),
        ],
        [*_line(view)],
        share=0.48,
        source=f"Health of {view.now.day:%-d %B %Y}, scorecard {view.now.number}. {note}.",
    )


def _moved(view: HealthView) -> list[Figure]:
    if view.before is None or view.moved is None:
        return []
    tone = "good" if view.moved > 0 else "bad" if view.moved < 0 else ""
    return [Figure(_signed(view.moved), f"since {short_day(view.before.day)}",
                   f"it was {view.before.score}", tone)]  # fmt: skip


def _components(groups: tuple[Group, ...]) -> Grid:
    return Grid(
        columns=("Component", "Score", "Points", "Change"),
        rows=[
            (
                group.component.title,
                None if group.score is None else str(group.score),
                f"{group.points:.1f} of {100 * group.weight:.0f}",
                None if group.change is None else _points(group.change),
            )
            for group in groups
        ],
        widths=(3, 1.2, 1.8, 1.2),
        right=(1, 2, 3),
    )


def _line(view: HealthView) -> list[Chart]:
    if len(view.line) < 2:
        return []
    days, scores = zip(*view.line, strict=True)
    return [Chart("line", "Health over time", days, [Series("Health", scores)], low=0, high=100)]


def moved(since: Since) -> Slide | None:
    """The measures that did most to the score since last time."""
    view = since.health
    if view is None or view.before is None:
        return None
    readings = [r for group in view.groups for r in group.readings if r.changed]
    told = [r for r in readings if abs(r.change or 0) >= 0.5 and r.measure.code not in UNTOLD]
    told.sort(key=lambda reading: -abs(reading.change or 0))
    if not told:
        return None
    return Slide(
        f"What moved it since {short_day(view.before.day)}",
        [Grid(
            columns=("Measure", "Part of", "Was", "Is"),
            rows=[_row(reading) for reading in told[:MOST_READINGS]],
            widths=(3, 1.6, 1.3, 1.1), right=(2, 3),
        )],
        [_bars(told[:MOST_READINGS])],
        share=0.58,
        source="Points that each measure added to the score or took from it; smaller ones, "
        "and what is commercial, are left out.",
    )  # fmt: skip


def _row(reading: Reading) -> tuple[str, str, str | None, str | None]:
    unit = reading.measure.unit
    title = f"{reading.measure.title}, {unit}" if unit else reading.measure.title
    return (title, reading.component.title, reading.figure_before or None, reading.figure or None)


def _bars(readings: list[Reading]) -> Chart:
    """In tenths of a point, as they add up on the page of the score."""
    return Chart(
        "bars", "Points of the score", days=(), names=[r.measure.title for r in readings],
        series=[Series("Points", [r.changed.shown if r.changed else None for r in readings])],
        low=None, number="+0.0;−0.0;0",
    )  # fmt: skip


def _signed(number: int) -> str:
    return f"{number:+d}".replace("-", MINUS) if number else "±0"


def _points(number: float) -> str:
    rounded = round(number, 1)
    return f"{rounded:+.1f}".replace("-", MINUS) if rounded else "0.0"
