"""A deck as a file of PowerPoint."""

from io import BytesIO
from typing import Any

from pptx.oxml import parse_xml
from pptx.util import Inches, Pt

from tenure.portfolio.deck.parts import Deck, Slide
from tenure.portfolio.deck.powerpoint.canvas import GAP, QUIET, Box, Run, lines_of, write
from tenure.portfolio.deck.powerpoint.drawing import draw
from tenure.portfolio.deck.powerpoint.ours import CONTENT, NS_A, OPENING, layout
from tenure.portfolio.deck.powerpoint.template import opened_template

FOOT, FOOT_HEIGHT, UNDER_TITLE = 10, Inches(0.3), Inches(0.22)
TITLE, TITLE_OF_MANY, BOLDER = 28, 22, 1.1


def powerpoint_of(deck: Deck) -> bytes:
    made = opened_template()
    made.core_properties.title = f"{deck.title}: {deck.customer}"
    made.core_properties.author = "Tenure"
    _open(made, deck)
    for number, slide in enumerate(deck.slides, start=2):
        _add(made, slide, deck, number)
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def _open(made: Any, deck: Deck) -> None:
    slide = made.slides.add_slide(layout(made, OPENING))
    slide.shapes.title.text = deck.customer
    subtitle = next((one for one in slide.placeholders if one.placeholder_format.idx == 1), None)
    words = f"{deck.title}\n{deck.lede}"
    if subtitle is not None:
        subtitle.text = words


def _add(made: Any, told: Slide, deck: Deck, number: int) -> None:
    slide = made.slides.add_slide(layout(made, CONTENT))
    title = slide.shapes.title
    title.text = told.title
    _fit(title)
    for other in list(slide.placeholders):  # a template of the company's own may bring empty ones
        if other.placeholder_format.idx != title.placeholder_format.idx:
            other._element.getparent().remove(other._element)
    top = title.top + title.height + UNDER_TITLE
    inset = title.text_frame.margin_left
    left, width = title.left + inset, title.width - 2 * inset
    bottom = made.slide_height - Inches(0.62)
    box = Box(left, top, width, bottom - top)
    if told.right:
        first, second = box.columns(told.share, GAP)
        draw(slide, told.left, first)
        draw(slide, told.right, second)
    else:
        draw(slide, told.left, box.columns(told.share, 0)[0])
    foot = Box(left, made.slide_height - Inches(0.48), width, FOOT_HEIGHT)
    write(slide, foot, [[Run(told.source, FOOT, QUIET)]])
    _number(slide, foot, f"{deck.customer}  ", number)
    slide.notes_slide.notes_text_frame.text = told.source


def _fit(title: Any) -> None:
    """A title that is too long for its line is set smaller, not over what stands below it."""
    if lines_of(title.text_frame.text, title.width, TITLE * BOLDER) > 1:
        for run in title.text_frame.paragraphs[0].runs:
            run.font.size = Pt(TITLE_OF_MANY)


def _number(slide: Any, foot: Box, words: str, number: int) -> None:
    """The customer and the slide's number, which follows when slides are moved."""
    own = Box(foot.left + foot.width - Inches(3.2), foot.top, Inches(3.2), foot.height)
    shape = write(slide, own, [[Run(words, FOOT, QUIET)]], right=True)
    paragraph = shape.text_frame.paragraphs[0]._p
    paragraph.append(parse_xml(
        f'<a:fld xmlns:a="{NS_A}" id="{{5BCAD085-E8A6-8845-BD4E-CB4CCA059FC4}}" type="slidenum">'
        f'<a:rPr lang="en-GB" sz="{FOOT * 100}"><a:solidFill><a:srgbClr val="{QUIET}"/></a:solidFill>'
        f"</a:rPr><a:t>{number}</a:t></a:fld>"
    ))  # fmt: skip
