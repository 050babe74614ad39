"""What a printed document is made of. What is None is not recorded, and is printed as such.

Texts are plain: neither the page nor the PDF reads any marks in them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

type Cell = str | None


@dataclass(frozen=True)
class Words:
    text: Cell
    kind: str = field(default="words", init=False)


@dataclass(frozen=True)
class Facts:
    """Names with what is known under each."""

    rows: Sequence[tuple[str, Cell]]
    kind: str = field(default="facts", init=False)


@dataclass(frozen=True)
class Points:
    title: str
    points: Sequence[str]
    kind: str = field(default="points", init=False)


@dataclass(frozen=True)
class Rows:
    """A table; `widths` are shares of the width. Without rows it is not recorded."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float]
    title: str = ""
    kind: str = field(default="rows", init=False)


@dataclass(frozen=True)
class Bars:
    """Bars on a line of days; places are percent, states are done, open, over, off. A mark is a month
    with its name, its year where that begins, and its place."""

    rows: Sequence[dict[str, str]]
    marks: Sequence[tuple[str, str, str]]
    today: str | None
    kind: str = field(default="bars", init=False)


@dataclass(frozen=True)
class Signatures:
    """Lines to sign on: for whom, and who signed already."""

    lines: Sequence[tuple[str, str]]
    kind: str = field(default="signatures", init=False)


type Block = Words | Facts | Points | Rows | Bars | Signatures


@dataclass(frozen=True)
class Section:
    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Paper:
    title: str
    above: str
    lede: str
    sections: Sequence[Section]
    foot: str

    def as_data(self) -> dict[str, Any]:
        return asdict(self)
