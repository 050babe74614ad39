"""A slide to draw on: boxes, and texts that stay texts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

_colour: Any = RGBColor  # the library has no types
QUIET, GOOD = _colour(0x64, 0x68, 0x6F), _colour(0x19, 0x77, 0x4F)
BAD, LINE = _colour(0xBA, 0x25, 0x24), _colour(0xD9, 0xD8, 0xD4)
TONES = {"good": GOOD, "bad": BAD}
GAP = Inches(0.5)
LETTER = 0.50  # the width of a letter, in its size, in the mean
LEADING = 1.22


@dataclass(frozen=True)
class Box:
    """Where something stands, in EMU."""

    left: int
    top: int
    width: int
    height: int

    def below(self, used: int) -> "Box":
        return replace(self, top=self.top + used, height=max(0, self.height - used))

    def columns(self, share: float, gap: int) -> tuple["Box", "Box"]:
        first = int((self.width - gap) * share)
        return (replace(self, width=first),
                replace(self, left=self.left + first + gap, width=self.width - gap - first))  # fmt: skip


@dataclass(frozen=True)
class Run:
    text: str
    size: float = 14
    colour: RGBColor | None = None
    bold: bool = False


def lines_of(text: str, width: int, size: float) -> int:
    """How many lines a text takes, near enough."""
    a_line = max(1, int(width / Pt(size) / LETTER))
    return max(1, -(-len(text) // a_line))


def height_of(lines: float, size: float) -> int:
    return int(lines * Pt(size) * LEADING)


def write(slide: Any, box: Box, paragraphs: Sequence[Sequence[Run]], *, space: float = 0,
          right: bool = False, middle: bool = False) -> Any:  # fmt: skip
    """A text box whose letters begin where the box does."""
    shape = slide.shapes.add_textbox(*map(Emu, (box.left, box.top, box.width, box.height)))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    fill(frame, paragraphs, space=space, right=right)
    return shape


def fill(
    frame: Any, paragraphs: Sequence[Sequence[Run]], *, space: float = 0, right: bool = False
) -> None:
    for place, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(space)
        paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
        for one in runs:
            run = paragraph.add_run()
            run.text = one.text
            run.font.size, run.font.bold = Pt(one.size), one.bold
            if one.colour is None:
                run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
            else:
                run.font.color.rgb = one.colour
