"""Files that nobody would write, and that come all the same."""

import csv
import io

from hypothesis import strategies as st

from tenure.foundation.tabular.formats import Column, Format

ODD = [
    "", "  ", "C-1", "C-2", "K-1", "9" * 5000, "-1", "NaN", "1e9", "+5", "1,5", "not an address",
    "a\tb", "a\\", "\\N", "a\nb", "\x01", "\u2028", "\x00", "x" * 6000, "é", '{"a"}', "0001-01-01",
]  # fmt: skip
NUMBERS = [
    "0",
    "1",
    "5",
    "10",
    "11",
    "1.005",
    "1,000",
    "2147483648",
    "999999999999.99",
    "1000000000000",
]
DATES = [
    "2026-01-01", "2025-12-31", "2030-01-01", "0001-01-01", "9999-12-31", "31/12/2025", "1/2/2026",
    "2026-01-01T10:00:00Z", "9999-12-31T23:59:59-05:00", "0001-01-01T00:00:00+05:00",
]  # fmt: skip
WORDS = ["ACTIVE", "churned", "NPS", "csat", "P1", "Trial", "ANNUAL", "yes", "no", "PRICE"]
ALWAYS = {"customer_external_id", "uses", "annual_value", "monthly_value"}


def cells(column: Column) -> st.SearchStrategy[str]:
    """Mostly what such a column could hold, so that many rows come as far as the tables."""
    if column.date_kind:
        likely = DATES
    elif column.name == "customer_external_id":
        likely = ["C-1", "C-2"]
    else:
        likely = NUMBERS if column.sql in ("integer", "numeric") else [*WORDS, *NUMBERS]
    return st.sampled_from(likely) | st.sampled_from(["", *likely]) | st.sampled_from(ODD)


@st.composite
def files(draw: st.DrawFn, form: Format) -> str:
    """A file of this kind: the columns that it needs, some others, and rows of any content."""
    needed = [c for c in form.columns if c.is_required or c.name in ALWAYS]
    others = [c for c in form.columns if c not in needed]
    columns = needed + (draw(st.lists(st.sampled_from(others), unique=True)) if others else [])
    rows = draw(st.lists(st.tuples(*map(cells, columns)), min_size=1, max_size=4))
    text = io.StringIO()
    csv.writer(text).writerows([[column.name for column in columns], *rows])
    return text.getvalue()
