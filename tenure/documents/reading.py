"""The five documents as they are read in the portal: with the figures of the programme in force."""

import re
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tenure.documents.rendering import readable
from tenure.programme.whole import Programme

SHIPPED = Path(__file__).parent / "texts"
CHECKOUT = Path(__file__).parents[2] / "docs" / "customer-success"
CODES = (
    "csm-playbook", "onboarding-playbook", "success-plan-template", "tier-definitions",
    "metrics-definitions",
)  # fmt: skip
FOUND_AT_MOST = 40
BOX = "[ ] "
LINK = re.compile(r"^(?P<code>[\w-]+)\.md(?P<section>#[\w-]+)?$")


@dataclass(frozen=True)
class Section:
    anchor: str
    title: str
    text: str


@dataclass(frozen=True)
class Document:
    code: str
    title: str
    lede: str
    html: str
    sections: tuple[Section, ...]


def text_of(code: str) -> str:
    folder = SHIPPED if SHIPPED.is_dir() else CHECKOUT
    return (folder / f"{code}.md").read_text(encoding="utf-8")


def anchor_of(title: str) -> str:
    """As code hosts make them: “At-risk accounts” is `at-risk-accounts`."""
    return re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-")


_read: dict[str, tuple[str, Document]] = {}
"""Each document as it was read last, with the version of the programme that it shows."""


def document(code: str, programme: Programme) -> Document:
    """A document with the figures of this programme; raw HTML in it is shown as text."""
    version, one = _read.get(code, ("", None))
    if one is None or version != programme.version:
        one = _document(code, programme)
        _read[code] = programme.version, one
    return one


def _document(code: str, programme: Programme) -> Document:
    text = readable(text_of(code), programme)
    title, _, rest = text.removeprefix("# ").partition("\n")
    lede, *parts = re.split(r"^## ", rest, flags=re.MULTILINE)
    sections = [part.partition("\n") for part in parts]
    paragraph = lede.strip().partition("\n\n")[0]
    return Document(
        code=code,
        title=title.strip(),
        lede=paragraph.replace("\n", " "),
        html=_html(rest.strip().removeprefix(paragraph)),
        sections=tuple(
            Section(anchor_of(name), name.strip(), body.strip()) for name, _, body in sections
        ),
    )


def _html(text: str) -> str:
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text)
    for number, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", anchor_of(tokens[number + 1].content))
        elif token.type == "table_open":
            token.attrSet("class", "tbl")
        elif token.type == "inline" and token.content.startswith(BOX):
            _tick_box(tokens[number - 2], token)
        for child in token.children or ():
            _lead_inside(child)
    html: str = reader.renderer.render(tokens, reader.options, {})
    scrolls = '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table'
    html = html.replace("<th></th>", "<td></td>")
    return html.replace("<table", scrolls).replace("</table>", "</table></div>")


def _tick_box(item: Token, words: Token) -> None:
    """A list's `[ ] ` is a box to tick on paper."""
    if item.type == "list_item_open" and words.children:
        item.attrSet("class", "box")
        words.children[0].content = words.children[0].content.removeprefix(BOX)


def _lead_inside(token: Token) -> None:
    """A link to another document's file leads to its page."""
    if token.type == "link_open" and (found := LINK.match(str(token.attrGet("href")))):
        token.attrSet("href", f"/documents/{found['code']}/{found['section'] or ''}")


def found(words: str, programme: Programme) -> list[tuple[Document, Section, str]]:
    """Sections that have all the words, with the line that has the first of them."""
    wanted = words.lower().split()
    hits: list[tuple[Document, Section, str]] = []
    for code in CODES if wanted else ():
        one = document(code, programme)
        for section in one.sections:
            text = f"{section.title}\n{section.text}".lower()
            if all(word in text for word in wanted):
                hits.append((one, section, _line(section, wanted[0])))
    return hits[:FOUND_AT_MOST]


def _line(section: Section, word: str) -> str:
    lines = (re.sub(r"[|*#>]+", " ", line).strip() for line in section.text.splitlines())
    return next((line for line in lines if word in line.lower()), "")
