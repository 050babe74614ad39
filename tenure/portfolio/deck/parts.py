"""What slides are made of. What is None is unknown and is said to be so, never drawn as zero. Plain
Python."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

type Cell = str | None
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Figure:
    """A number to be seen from the back row. `tone` is good, bad or nothing."""

    value: str
    name: str
    note: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Figures:
    items: Sequence[Figure]
    kind: str = field(default="figures", init=False)


@dataclass(frozen=True)
class Words:
    text: str
    kind: str = field(default="words", init=False)


@dataclass(frozen=True)
class Points:
    items: Sequence[str]
    title: str = ""
    is_numbered: bool = False
    starts_at: int = 1
    kind: str = field(default="points", init=False)


@dataclass(frozen=True)
class Grid:
    """A table; `widths` are shares of the width, `right` the columns of numbers."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float]
    right: Sequence[int] = ()
    title: str = ""
    kind: str = field(default="grid", init=False)


@dataclass(frozen=True)
class Series:
    name: str
    values: Sequence[float | None]


@dataclass(frozen=True)
class Chart:
    """A line over days, columns over months, or bars by name. It stays editable in PowerPoint."""

    shape: str
    title: str
    days: Sequence[date]
    series: Sequence[Series]
    low: float | None = 0
    high: float | None = None
    number: str = "#,##0"
    names: Sequence[str] = ()
    """What the bars stand for, the first one on top; bars have no days."""
    kind: str = field(default="chart", init=False)


def month_names(days: Sequence[date]) -> list[str]:
    """“Nov ’25”, “Dec”, “Jan ’26”: the year where it begins."""
    return [
        f"{day:%b ’%y}" if place == 0 or day.month == 1 else f"{day:%b}"
        for place, day in enumerate(days)
    ]


type Part = Figures | Words | Points | Grid | Chart


@dataclass(frozen=True)
class Slide:
    """A slide: its title says what there is to see. `share` is that of the left column."""

    title: str
    left: Sequence[Part]
    right: Sequence[Part] = ()
    share: float = 0.5
    source: str = ""


@dataclass(frozen=True)
class Source:
    """Where a slide's figures come from, for the appendix. `unknown` says what is missing."""

    slide: str
    what: str
    unknown: bool = False


@dataclass(frozen=True)
class Deck:
    """The first slide shows title, customer and lede; the others follow it."""

    title: str
    customer: str
    lede: str
    slides: Sequence[Slide]
