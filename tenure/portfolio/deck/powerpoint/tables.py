"""Tables of PowerPoint's own, with a line under each row and nothing else."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from tenure.portfolio.deck.parts import UNKNOWN, Grid
from tenure.portfolio.deck.powerpoint.canvas import LINE, QUIET, Box, Run, fill, height_of, lines_of

CELL, HEAD = 15, 12
PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # “No Style, No Grid”


def grid_height(grid: Grid, width: int) -> int:
    return height_of(1.9, HEAD) + sum(_row_height(grid, row, width) for row in grid.rows)


def _row_height(grid: Grid, row: Sequence[str | None], width: int) -> int:
    whole = sum(grid.widths)
    lines = max(
        lines_of(cell or UNKNOWN, int(width * share / whole) - Inches(0.16), CELL)
        for cell, share in zip(row, grid.widths, strict=True)
    )
    return height_of(lines, CELL) + Pt(10)


def draw_grid(slide: Any, part: Grid, box: Box) -> None:
    rows, columns = len(part.rows) + 1, len(part.columns)
    frame = slide.shapes.add_table(
        rows, columns, *map(Emu, (box.left, box.top, box.width, box.height))
    )
    table = frame.table
    _plain(frame)
    whole = sum(part.widths)
    for place, share in enumerate(part.widths):
        table.columns[place].width = Emu(int(box.width * share / whole))
        _cell(
            table.cell(0, place),
            Run(part.columns[place], HEAD, QUIET),
            place in part.right,
            place == columns - 1,
        )
    table.rows[0].height = Emu(height_of(1.9, HEAD))
    for line, row in enumerate(part.rows, start=1):
        table.rows[line].height = Emu(_row_height(part, row, box.width))
        for place, value in enumerate(row):
            run = Run(UNKNOWN, CELL, QUIET) if value is None else Run(value, CELL, bold=place == 0)
            _cell(table.cell(line, place), run, place in part.right, place == columns - 1)


def _plain(frame: Any) -> None:
    """No bands and no fills of the table's own style."""
    properties = frame._element.graphic.graphicData.tbl.tblPr
    for name in ("firstRow", "bandRow"):
        properties.set(name, "0")
    style = properties.find(qn("a:tableStyleId"))
    style.text = PLAIN


def _cell(cell: Any, run: Run, right: bool, is_last: bool) -> None:
    fill(cell.text_frame, [[run]], right=right)
    cell.margin_left, cell.margin_right = (0, 0 if is_last else Inches(0.16))
    cell.margin_top, cell.margin_bottom = Pt(3), Pt(3)
    edge = cell._tc.get_or_add_tcPr()
    line = edge.makeelement(qn("a:lnB"), {"w": str(Pt(0.75))})
    solid = line.makeelement(qn("a:solidFill"), {})
    solid.append(solid.makeelement(qn("a:srgbClr"), {"val": str(LINE)}))
    line.append(solid)
    edge.append(line)
