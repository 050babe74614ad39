"""Our own template, made of python-pptx's plain one."""

from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.util import Emu, Inches, Pt

NS_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
NS_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
OPENING, CONTENT = "Title Slide", "Title Only"
WIDTH, HEIGHT, MARGIN = Inches(13.333), Inches(7.5), Inches(0.6)
TITLE_TOP, TITLE_HEIGHT = Inches(0.42), Inches(0.7)
COLOURS = {
    "accent1": "2355B7", "accent2": "6C93DA", "accent3": "19774F", "accent4": "C28536",
    "accent5": "BA2524", "accent6": "8B8E94", "dk2": "494D55", "lt2": "F7F6F3",
    "hlink": "2355B7", "folHlink": "64686F",
}  # fmt: skip
INK = "171B22"


def layout(deck: Any, name: str) -> Any:
    return next(one for one in deck.slide_layouts if one.name == name)


def plain_template() -> Any:
    """Ours: wide, with our colours and sizes, and no slides."""
    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    _colour(deck)
    for one in list(deck.slide_layouts):
        if one.name not in (OPENING, CONTENT):
            deck.slide_layouts.remove(one)
    for part in (deck.slide_master, layout(deck, CONTENT)):
        for shape in part.placeholders:
            if shape.placeholder_format.type in (1, 3):
                _place(shape, MARGIN, TITLE_TOP, WIDTH - 2 * MARGIN, TITLE_HEIGHT)
            elif shape.placeholder_format.type == 2:
                _place(shape, MARGIN, Inches(1.4), WIDTH - 2 * MARGIN, Inches(5.3))
            else:
                shape._element.getparent().remove(shape._element)
    _style_titles(deck)
    _opening(layout(deck, OPENING))
    return deck


def _colour(deck: Any) -> None:
    """Our colours in the place of Office's; the fonts stay Calibri, which PowerPoint has everywhere."""
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = theme.blob.decode()
    head, _, rest = text.partition("</a:clrScheme>")
    begin = head.index("<a:clrScheme")
    named = "".join(
        f'<a:{name}><a:srgbClr val="{code}"/></a:{name}>'
        for name, code in (("dk1", INK), ("lt1", "FFFFFF"), ("dk2", COLOURS["dk2"]),
                           ("lt2", COLOURS["lt2"]), *list(COLOURS.items())[:6],
                           ("hlink", COLOURS["hlink"]), ("folHlink", COLOURS["folHlink"]))
    )  # fmt: skip
    theme._blob = f'{head[:begin]}<a:clrScheme name="Tenure">{named}</a:clrScheme>{rest}'.encode()


def _style_titles(deck: Any) -> None:
    """Titles stand at the left, in ink, and are as large as a sentence needs."""
    styles = deck.slide_master._element.find(f"{{{NS_P}}}txStyles/{{{NS_P}}}titleStyle")
    level = styles.find(f"{{{NS_A}}}lvl1pPr")
    level.set("algn", "l")
    level.find(f"{{{NS_A}}}defRPr").set("sz", str(Pt(28).centipoints))
    level.find(f"{{{NS_A}}}defRPr").set("b", "1")


def _opening(one: Any) -> None:
    for shape in list(one.placeholders):
        kind = shape.placeholder_format.type
        if kind == 3:
            _place(shape, MARGIN, Inches(2.5), WIDTH - 2 * MARGIN, Inches(1.2))
            _size(shape, 44)
        elif kind == 4:
            _place(shape, MARGIN, Inches(3.75), WIDTH - 2 * MARGIN, Inches(1.4))
            _size(shape, 22, quiet=True)
        else:
            shape._element.getparent().remove(shape._element)
    bar = one.shapes._spTree
    bar.append(_bar(one))


def _bar(one: Any) -> Any:
    """A short line in the first accent: all the ornament there is."""
    return parse_xml(
        f'<p:sp xmlns:p="{NS_P}" xmlns:a="{NS_A}"><p:nvSpPr><p:cNvPr id="99" name="Line"/>'
        '<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{MARGIN + Inches(0.1)}" y="{Inches(2.25)}"/>'
        f'<a:ext cx="{Inches(0.9)}" cy="{Emu(57150)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        '<a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def _place(shape: Any, left: int, top: int, width: int, height: int) -> None:
    shape.left, shape.top, shape.width, shape.height = left, top, width, height


def _size(shape: Any, points: int, *, quiet: bool = False) -> None:
    """Sizes of a layout's placeholder: its list style, so that slides inherit it."""
    style = shape._element.txBody.find(f"{{{NS_A}}}lstStyle")
    for old in list(style):
        style.remove(old)
    fill = f'<a:solidFill><a:schemeClr val="{"tx2" if quiet else "tx1"}"/></a:solidFill>'
    bold = "0" if quiet else "1"
    style.append(parse_xml(
        f'<a:lvl1pPr xmlns:a="{NS_A}" marL="0" indent="0" algn="l"><a:buNone/>'
        f'<a:defRPr sz="{100 * points}" b="{bold}">{fill}</a:defRPr></a:lvl1pPr>'
    ))  # fmt: skip
    shape.text_frame._txBody.bodyPr.set("anchor", "t" if quiet else "b")
