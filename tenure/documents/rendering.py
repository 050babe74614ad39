"""The programme's figures in a document: tables between markers, and single figures in a sentence.

    <!-- table: tiers.response -->
    …
    <!-- end -->
    within <!-- = escalation.at_risk.plan_within_hours -->48<!-- / --> hours

What stands between the markers is written from the programme; the rest is the author's. A figure in
digits that is not between markers stands in an example: a quotation, code, or

    <!-- example -->
    …
    <!-- end -->

Plain Python.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from tenure.documents.tables import TABLES
from tenure.programme.saying import plain
from tenure.programme.whole import Programme

TABLE = re.compile(r"(<!-- table: ([\w.]+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)
FIGURE = re.compile(r"(<!-- = ([\w.\[\]]+) -->)(.*?)(<!-- / -->)")
MARKER = re.compile(r"<!--.*?-->", re.DOTALL)
STEP = re.compile(r"(\w+)(?:\[(\w+)\])?")
NO_TABLE = "*Our programme has nothing of this.*\n"
NO_FIGURE = "(nothing)"
KEYS = ("code", "number", "cadence")


class NoSuchFigure(ValueError):
    """A document names a table or a figure that the programme does not have."""


def written(text: str, programme: Programme) -> str:
    """The document with every table and figure as the programme has it."""
    text = TABLE.sub(lambda m: f"{m[1]}{_table(m[2], programme)}\n{m[4]}", text)
    return FIGURE.sub(lambda m: m[1] + _figure(m[2], programme) + m[4], text)


def readable(text: str, programme: Programme) -> str:
    """The document without its markers, for readers. What a company has taken out of its programme
    is said to be missing there."""

    def told(of: Callable[[str, Programme], str], name: str, missing: str) -> str:
        try:
            return of(name, programme)
        except NoSuchFigure:
            return missing

    text = TABLE.sub(lambda m: told(_table, m[2], NO_TABLE), text)
    text = FIGURE.sub(lambda m: told(_figure, m[2], NO_FIGURE), text)
    return MARKER.sub("", text)


def _table(name: str, programme: Programme) -> str:
    if name not in TABLES:
        raise NoSuchFigure(f"There is no table {name}. There are: {', '.join(TABLES)}.")
    try:
        return TABLES[name](programme).markdown
    except LookupError as error:
        raise NoSuchFigure(str(error)) from error


def _figure(path: str, programme: Programme) -> str:
    found: Any = programme
    for name, key in STEP.findall(path):
        found = getattr(found, name, None)
        if key:
            found = _named(found or (), key)
        if found is None:
            raise NoSuchFigure(f"The programme has no figure {path}.")
    return plain(float(found)) if isinstance(found, int | float) else str(found)


def _named(rows: Sequence[Any] | dict[str, Any], key: str) -> Any:
    if isinstance(rows, dict):
        return rows.get(key)
    return next((r for r in rows for k in KEYS if str(getattr(r, k, "")) == key), None)
