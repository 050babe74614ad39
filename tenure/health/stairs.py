"""The way from one score to another as stairs, computed to bars on paper. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tenure.health.explanation import Kind, Step, Waterfall
from tenure.programme.words import HealthLevel

ROW, BAR = 26, 12
FIGURES = 48  # width of the column of figures
LEAST_SPAN = 10.0  # points across the picture, so that small changes look small
MOST_STEPS = 10


@dataclass(frozen=True)
class Stair:
    """One bar; `style` says which way it goes and whose doing it is."""

    label: str
    figure: float
    style: str
    y: float
    x: float
    width: float
    end: float  # where the next bar begins


@dataclass(frozen=True)
class Landing:
    """A score that was stored: where the stairs begin, or end."""

    label: str
    score: int
    level: HealthLevel
    x: float
    y: float


@dataclass(frozen=True)
class Stairs:
    """Everything that the template draws, in the coordinates of a picture of this size."""

    width: int
    height: int
    right: int
    first: Landing
    last: Landing
    steps: tuple[Stair, ...]

    @property
    def landings(self) -> tuple[Landing, Landing]:
        return self.first, self.last


@dataclass(frozen=True)
class Scale:
    left: float
    right: float
    low: float
    high: float

    def x(self, score: float) -> float:
        share = (score - self.low) / (self.high - self.low)
        return round(self.left + share * (self.right - self.left), 1)


def lay_stairs(change: Waterfall, width: int, labels: int) -> Stairs:
    """Lay the steps of a change out below each other, beside labels of this width. What rounds to
    nothing is left out; of more steps than fit, the smallest stand together."""
    told = told_steps(change)
    scale = _scale(change, told, labels, width - FIGURES)
    stairs = []
    done = 10 * change.before.score
    for place, (label, style, tenths) in enumerate(told, start=1):
        x, end = scale.x(done / 10), scale.x((done + tenths) / 10)
        y = place * ROW + (ROW - BAR) / 2
        way = "gain" if tenths > 0 else "loss"
        width_ = max(abs(end - x), 1)
        stairs.append(Stair(label, tenths / 10, f"{style} {way}", y, min(x, end), width_, end))
        done += tenths
    bottom = (len(told) + 1) * ROW
    before, now = change.before, change.now
    return Stairs(
        width=width,
        height=bottom + ROW,
        right=width,
        first=Landing(_day(before.day), before.score, before.level, scale.x(before.score), 0),
        last=Landing(_day(now.day), now.score, now.level, scale.x(now.score), bottom),
        steps=tuple(stairs),
    )


def told_steps(change: Waterfall) -> list[tuple[str, str, int]]:
    """Label, style and tenths of each bar: the customer's doing, then ours as one, then rounding."""
    theirs = [s for s in change.steps if s.kind == Kind.BEHAVIOUR and s.tenths and s.reading]
    large = sorted(theirs, key=lambda step: -abs(step.tenths))
    large = large[: MOST_STEPS if len(large) > MOST_STEPS + 1 else len(large)]
    told = [(_title(step), "theirs", step.tenths) for step in theirs if step in large]
    if rest := [step for step in theirs if step not in large]:
        told.append((f"{len(rest)} other measures", "theirs", sum(step.tenths for step in rest)))
    ours = sum(step.tenths for step in change.steps if step.kind == Kind.CONFIGURATION)
    told.append((_ours(change), "ours", ours))
    rounding = sum(step.tenths for step in change.steps if step.kind == Kind.ROUNDING)
    told.append(("Rounding", "rounding", rounding))
    return [step for step in told if step[2]]


def _title(step: Step) -> str:
    return step.reading.measure.title if step.reading else step.words


def _ours(change: Waterfall) -> str:
    """“Scorecard 3 → 4”, or “Scorecard and tier” where there is no room for more."""
    if len(change.causes) == 1 and change.causes[0].startswith("Scorecard"):
        return change.causes[0]
    return " and ".join(cause.split()[0] for cause in change.causes).capitalize()


def _scale(
    change: Waterfall, told: Sequence[tuple[str, str, int]], left: float, right: float
) -> Scale:
    scores = [float(change.before.score)]
    for _, _, tenths in told:
        scores.append(scores[-1] + tenths / 10)
    middle = (min(scores) + max(scores)) / 2
    half = max(max(scores) - min(scores), LEAST_SPAN) / 2
    return Scale(left + 8, right - 8, middle - half, middle + half)


def _day(day: date) -> str:
    return f"{day:%-d %b %Y}"
