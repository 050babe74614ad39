"""The deck as PDF, set by Typst: the same slides. Its texts come as data and are never read as marks."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from tenure.foundation.paper.pdf import fonts
from tenure.portfolio.deck.parts import Chart, Deck, Part, month_names

LAYOUT = Path(__file__).parent / "deck.typ"


def pdf_of(deck: Deck, at: datetime) -> bytes:
    made = typst.compile(
        str(LAYOUT),
        root=str(LAYOUT.parent),
        font_paths=fonts(),
        sys_inputs={"deck": json.dumps(data_of(deck))},
        timestamp=at.replace(microsecond=0),
    )
    assert isinstance(made, bytes)
    return made


def data_of(deck: Deck) -> dict[str, Any]:
    return {
        "title": deck.title, "customer": deck.customer, "lede": deck.lede,
        "slides": [
            asdict(one) | {"left": [_part(p) for p in one.left], "right": [_part(p) for p in one.right]}
            for one in deck.slides
        ],
    }  # fmt: skip


def _part(part: Part) -> dict[str, Any]:
    if not isinstance(part, Chart):
        return asdict(part)
    days = part.days
    whole = max((days[-1] - days[0]).days, 1) if days else 1
    return asdict(part) | {
        "days": month_names(days),
        "places": [(day - days[0]).days / whole for day in days],
        "ticks": _ticks(part),
        "top": top_of(part),
        "told": [[_told(part, value) for value in series.values] for series in part.series],
    }


def _told(part: Chart, value: float | None) -> str:
    """A value as PowerPoint writes it in this chart."""
    if value is None:
        return ""
    if part.shape == "bars":
        return f"{value:+.1f}".replace("-", "−") if value else "0"
    return f"{value:,.0f}"


def _ticks(part: Chart) -> list[tuple[str, float]]:
    """The first days of months, as many as have room."""
    if not part.days:
        return []
    first, last = part.days[0], part.days[-1]
    whole = max((last - first).days, 1)
    months = [
        day
        for n in range((last - first).days + 1)
        if (day := first.fromordinal(first.toordinal() + n)).day == 1
    ]
    step = max(1, -(-len(months) // 7))
    return [(f"{day:%b ’%y}", (day - first).days / whole) for day in months[::step]]


def top_of(part: Chart) -> float:
    """The end of the axis: given, or a round number above the greatest value."""
    if part.high is not None:
        return part.high
    greatest = max((v for s in part.series for v in s.values if v is not None), default=1) or 1
    size = 10 ** (len(str(int(greatest))) - 1)
    return float(next(size * n for n in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if size * n >= greatest))
