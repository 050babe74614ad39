"""How customers fare: each follows an arc over the eighteen months. Plain functions of time.

A day is counted from the story's begin; an arc says how engaged a customer is on it, from 0 to 1,
and so do satisfaction and payment, which follow with some delay.
"""

from collections.abc import Callable
from dataclasses import dataclass

DAYS = 548  # eighteen months
type Level = Callable[[float], float]


@dataclass(frozen=True, kw_only=True)
class Arc:
    """A way to fare. Days are counted from the begin of the story."""

    code: str
    engagement: Level
    joins_day: int = -400
    leaves_day: int | None = None
    reason: str = ""
    champion_leaves_day: int | None = None
    grows_day: int | None = None
    shrinks_day: int | None = None
    pays_late_from: int | None = None
    is_advocate: bool = False
    is_paused: bool = False
    recovery_day: int | None = None

    def satisfaction(self, day: float) -> float:
        """Mood follows use by two or three weeks."""
        return 0.04 + 0.96 * self.engagement(day - 18)


def steady(level: float) -> Level:
    return lambda day: level


def ramp(start: float, before: float, after: float, days: float = 60) -> Level:
    """From one level to another, beginning on a day."""

    def level(day: float) -> float:
        done = min(max((day - start) / days, 0.0), 1.0)
        return before + (after - before) * done

    return level


def dip(start: float, base: float, bottom: float, days: float = 50) -> Level:
    """Down from a day on, and up again afterwards."""

    def level(day: float) -> float:
        if day < start + days:
            return ramp(start, base, bottom, days)(day)
        return ramp(start + days + 30, bottom, base * 0.95, days * 1.4)(day)

    return level


# Makers of arcs by name. Each takes two numbers between 0 and 1 that make customers differ:
# how good the customer is, and when its turning point comes.
ARCS: dict[str, Callable[[float, float], Arc]] = {
    "thrives": lambda q, t: Arc(
        code="thrives", engagement=ramp(100 * t, 0.6 + 0.1 * q, 0.8 + 0.18 * q, 150),
        is_advocate=q > 0.35, grows_day=int(200 + 250 * t),
    ),
    "holds": lambda q, t: Arc(code="holds", engagement=steady(0.42 + 0.24 * q)),
    "drifts": lambda q, t: Arc(
        code="drifts", engagement=ramp(120 + 250 * t, 0.62, 0.22 + 0.16 * q, 200)
    ),
    "slips": lambda q, t: Arc(
        code="slips", engagement=ramp(462 + 40 * t, 0.6 + 0.15 * q, 0.04 + 0.12 * q, 40),
        champion_leaves_day=int(478 + 40 * t),
    ),
    "recovers": lambda q, t: Arc(
        code="recovers", engagement=dip(250 + 120 * t, 0.65 + 0.15 * q, 0.16),
        champion_leaves_day=int(252 + 120 * t), recovery_day=int(300 + 120 * t),
    ),
    "leaves": lambda q, t: Arc(
        code="leaves", engagement=ramp(40 + 330 * t, 0.6, 0.03, 90),
        leaves_day=int(160 + 330 * t), reason="PRODUCT", champion_leaves_day=int(55 + 330 * t),
    ),
    "is won over": lambda q, t: Arc(
        code="is won over", engagement=ramp(60 + 300 * t, 0.66, 0.06, 70),
        leaves_day=int(170 + 300 * t), reason="COMPETITION",
    ),
    "cannot pay": lambda q, t: Arc(
        code="cannot pay", engagement=ramp(120 + 280 * t, 0.55, 0.1, 120),
        leaves_day=int(250 + 270 * t), reason="PRICE", pays_late_from=int(60 + 200 * t),
        shrinks_day=int(150 + 250 * t),
    ),
    "starts": lambda q, t: Arc(
        code="starts", engagement=ramp(492 + 30 * t, 0.15, 0.72, 50), joins_day=int(488 + 42 * t)
    ),
    "starts late": lambda q, t: Arc(
        code="starts late", engagement=ramp(500, 0.06, 0.26, 60), joins_day=int(470 + 20 * t)
    ),
    "joined": lambda q, t: Arc(
        code="joined", engagement=ramp(60 + 300 * t, 0.1, 0.48 + 0.35 * q, 80),
        joins_day=int(50 + 300 * t), grows_day=int(420 + 80 * t) if q > 0.6 else None,
    ),
    "tries": lambda q, t: Arc(
        code="tries", engagement=ramp(505 + 25 * t, 0.1, 0.12 + 0.6 * q, 25),
        joins_day=int(500 + 30 * t),
    ),
    "pauses": lambda q, t: Arc(
        code="pauses", engagement=ramp(440, 0.55, 0.03, 40), is_paused=True
    ),
}  # fmt: skip
