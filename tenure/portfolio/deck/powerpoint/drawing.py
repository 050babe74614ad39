"""Each part of a slide, drawn into a box; it answers how much height it took."""

from collections.abc import Callable, Sequence
from typing import Any

from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from tenure.portfolio.deck.parts import Chart, Figures, Grid, Part, Points, Words
from tenure.portfolio.deck.powerpoint.canvas import (
    QUIET,
    TONES,
    Box,
    Run,
    height_of,
    lines_of,
    write,
)
from tenure.portfolio.deck.powerpoint.charts import add_chart
from tenure.portfolio.deck.powerpoint.tables import draw_grid, grid_height

FIGURES_HEIGHT, BETWEEN = Inches(1.4), Inches(0.2)
POINT, WORDS = 20, 17
HEADING = 15


def draw(slide: Any, parts: Sequence[Part], box: Box) -> None:
    """One below the other; charts share what the others leave."""
    charts = sum(isinstance(part, Chart) for part in parts)
    others = sum(height(part, box.width) + BETWEEN for part in parts if not isinstance(part, Chart))
    of_chart = int((box.height - others) / charts) - BETWEEN if charts else 0
    for part in parts:
        if isinstance(part, Chart):
            used = of_chart
            add_chart(slide, part, Box(box.left, box.top, box.width, used))
        else:
            used = height(part, box.width)
            DRAWN[part.kind](slide, part, Box(box.left, box.top, box.width, used))
        box = box.below(used + BETWEEN)


def height(part: Part, width: int) -> int:
    match part:
        case Figures():
            return FIGURES_HEIGHT
        case Words(text=text):
            return height_of(lines_of(text, width, WORDS), WORDS)
        case Points(items=items, title=title):
            head = height_of(1.6, HEADING) if title else 0
            return head + sum(_point_height(text, width) for text in items)
        case Grid():
            return grid_height(part, width)
        case _:
            return 0


def _point_height(text: str, width: int) -> int:
    return height_of(lines_of(text, width - Inches(0.35), POINT), POINT) + Pt(10)


def _figures(slide: Any, part: Figures, box: Box) -> None:
    width = box.width // max(len(part.items), 1)
    for place, one in enumerate(part.items):
        cell = Box(box.left + place * width, box.top, width - Inches(0.1), box.height)
        size = 40 if len(one.value) < 9 else 30
        write(slide, cell, [
            [Run(one.value, size, TONES.get(one.tone), bold=True)],
            [Run(one.name, 15)],
            [Run(one.note, 13, QUIET)] if one.note else [],
        ])  # fmt: skip


def _words(slide: Any, part: Words, box: Box) -> None:
    write(slide, box, [[Run(part.text, WORDS)]])


def _points(slide: Any, part: Points, box: Box) -> None:
    if part.title:
        write(slide, box, [[Run(part.title, HEADING, QUIET, bold=True)]])
        box = box.below(height_of(1.6, HEADING))
    shape = write(slide, box, [[Run(text, POINT)] for text in part.items], space=10)
    for paragraph in shape.text_frame.paragraphs:
        _bullet(paragraph, part)


def _bullet(paragraph: Any, part: Points) -> None:
    """A real list of PowerPoint's: it goes on where somebody adds a line."""
    properties = paragraph._p.get_or_add_pPr()
    indent = Inches(0.35)
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    colour = properties.makeelement(qn("a:buClr"), {})
    colour.append(colour.makeelement(qn("a:schemeClr"), {"val": "accent1"}))
    if part.is_numbered:
        told = {"type": "arabicPeriod", "startAt": str(part.starts_at)}
        mark = properties.makeelement(qn("a:buAutoNum"), told)
    else:
        mark = properties.makeelement(qn("a:buChar"), {"char": "•"})
    properties.extend([colour, mark])


DRAWN: dict[str, Callable[[Any, Any, Box], None]] = {
    "figures": _figures,
    "words": _words,
    "points": _points,
    "grid": draw_grid,
}
