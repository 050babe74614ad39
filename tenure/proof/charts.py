"""The pictures of a backtest, computed to points on paper. Plain Python; a template draws them."""

from collections.abc import Sequence
from dataclasses import dataclass

from tenure.health.plots import Mark

LEFT, RIGHT, TOP, BOTTOM = 38, 14, 24, 34
HEIGHT = 260
TOPS = (0.04, 0.08, 0.12, 0.2, 0.4, 0.6, 0.8, 1.0)  # a quarter of each is whole percents


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    radius: float
    text: str


@dataclass(frozen=True)
class Curve:
    """A square of shares: what the template draws, in the coordinates of a picture of this size."""

    width: int
    height: int
    left: float
    right: float
    top: float
    floor: float
    path: str
    chance: str  # the line of telling nothing, or of telling right
    across: tuple[Mark, ...]
    up: tuple[Mark, ...]
    dots: tuple[Dot, ...]
    x_name: str
    y_name: str

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def gains_curve(gains: Sequence[tuple[float, float]], width: int) -> Curve:
    """Found leavers against looks worked through, from the lowest score up."""
    paper = _Paper(width, 1.0)
    dots = tuple(
        Dot(paper.x(part), paper.y(found), 3, f"Lowest {part:.0%}: {found:.0%} of the leavers")
        for part, found in gains
    )
    return paper.curve(dots, "Looks, from the lowest score", "Leavers found", has_line=True)


def calibration_curve(bins: Sequence[tuple[int, float, float]], width: int) -> Curve:
    """What happened against what was foretold; each dot as large as it has looks."""
    highest = max((max(foretold, happened) for _, foretold, happened in bins), default=0)
    top = next(edge for edge in TOPS if highest <= edge)
    paper = _Paper(width, top)
    most = max((rows for rows, _, _ in bins), default=1)
    dots = tuple(
        Dot(paper.x(foretold), paper.y(happened), round(3 + 6 * (rows / most) ** 0.5, 1),
            f"{rows:,} looks: {foretold:.1%} foretold, {happened:.1%} left")
        for rows, foretold, happened in bins
    )  # fmt: skip
    return paper.curve(dots, "Chance foretold", "Share that left", has_line=False)


@dataclass(frozen=True)
class _Paper:
    """Where shares from 0 to `top` lie."""

    width: int
    top: float

    def x(self, share: float) -> float:
        return round(LEFT + share / self.top * (self.width - LEFT - RIGHT), 1)

    def y(self, share: float) -> float:
        floor = HEIGHT - BOTTOM
        return round(floor - share / self.top * (floor - TOP), 1)

    def curve(self, dots: tuple[Dot, ...], x_name: str, y_name: str, *, has_line: bool) -> Curve:
        ticks = [self.top * part / 4 for part in range(5)]
        return Curve(
            width=self.width, height=HEIGHT, left=LEFT, right=self.width - RIGHT, top=TOP,
            floor=HEIGHT - BOTTOM,
            path="M" + "L".join(f"{dot.x} {dot.y}" for dot in dots) if has_line and dots else "",
            chance=f"M{self.x(0)} {self.y(0)}L{self.x(self.top)} {self.y(self.top)}",
            across=tuple(Mark(self.x(t), HEIGHT - BOTTOM + 14, f"{t:.0%}") for t in ticks),
            up=tuple(Mark(LEFT, self.y(t), f"{t:.0%}") for t in ticks),
            dots=dots, x_name=x_name, y_name=y_name,
        )  # fmt: skip


@dataclass(frozen=True)
class Whisker:
    """An AUC and its interval on a line from 0 to 1, of this width."""

    width: int
    low: float
    at: float
    high: float
    chance: float


def whisker(
    found: float | None, low: float | None, high: float | None, width: int = 160
) -> Whisker | None:
    if found is None or low is None or high is None:
        return None
    return Whisker(width, *(round(4 + share * (width - 8), 1) for share in (low, found, high, 0.5)))
