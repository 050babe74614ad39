"""Months of revenue as bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenure.foundation.web.templatetags.saying import money_short
from tenure.revenue.view import Row

WIDTH, HEIGHT, GAP = 1000, 200, 6
MOST_TOLD = 12


@dataclass(frozen=True)
class Bar:
    x: float
    width: float
    y: float
    height: float
    gain_y: float
    gain: float
    loss_y: float
    loss: float
    name: str
    says: str
    middle: float
    told: str
    told_y: float


def bars(rows: Sequence[Row]) -> list[Bar]:
    """Each month's end as a bar, with what it won standing on top and what it lost beside it."""
    most = max((max(row.end, row.start) for row in rows), default=Decimal(0)) or Decimal(1)
    step = WIDTH / max(len(rows), 1)
    found = []
    for place, row in enumerate(rows):
        tall = float(row.end / most) * HEIGHT
        won = float(sum(f.amount for f in row.figures if f.amount > 0) / most) * HEIGHT
        lost = float(-sum(f.amount for f in row.figures if f.amount < 0) / most) * HEIGHT
        day = row.ledger.last
        found.append(
            Bar(
                x=round(place * step + GAP / 2, 2), width=round(step - GAP, 2),
                y=round(HEIGHT - tall, 2), height=round(tall, 2),
                gain_y=round(HEIGHT - tall, 2), gain=round(min(won, tall), 2),
                loss_y=round(HEIGHT - tall - lost, 2), loss=round(lost, 2),
                name=f"{day:%b %Y}" if day.month == 1 or place == 0 else f"{day:%b}",
                says=f"{day:%B %Y}: {money_short(row.end)} at the end",
                middle=round((place + 0.5) * step, 2),
                told=money_short(row.end) if len(rows) <= MOST_TOLD else "",
                told_y=round(HEIGHT - tall - lost - 6, 2),
            )
        )  # fmt: skip
    return found
