"""Rows are locked so that rows which name them can be written meanwhile.

`for update` keeps others from inserting what refers to the row. A scoring run, which holds the current
health and writes history, and a page, which holds the customer and whose trigger writes the current
health, would then wait for one another, and PostgreSQL would end one of them."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "tenure"
LOCK = re.compile(r"select_for_update\(([^)]*)\)")


def test_no_lock_keeps_others_from_writing_what_refers_to_the_row():
    found = [
        (path.relative_to(ROOT), told)
        for path in ROOT.rglob("*.py")
        for told in LOCK.findall(path.read_text())
    ]
    assert len(found) > 30
    assert [where for where, told in found if "no_key=True" not in told] == []
