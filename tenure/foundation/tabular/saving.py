"""Moving staged rows to their table, set by set: new ones are added, known ones brought up to date."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.db.backends.utils import CursorWrapper

from tenure.foundation.tabular.formats import Saved

SAVE = """
with saved as (
    insert into {table} ({columns}) select {values}, %(at)s, %(at)s from {source}
    on conflict ({key}) {known}
    returning (xmax = 0) as is_new
)
select count(*) filter (where is_new), count(*) filter (where not is_new),
    (select count(*) from {source})
from saved
"""


def upsert(
    cursor: CursorWrapper,
    table: str,
    values: Mapping[str, str],
    *,
    at: datetime,
    changes: Collection[str],
    source: str = "stage s",
    key: str = "external_id",
    also: str = "",
) -> Saved:
    """Add or update rows. `values` has an expression over `source` for each column.

    Of a row that is known by its key only the columns in `changes` are set, and only where they
    differ, so that the same file a second time changes nothing. `also` is a query for ids of rows
    that count as changed because something that belongs to them is.
    """
    columns = [*values, "created_at", "updated_at"]
    known = _known(table, [name for name in values if name in changes], also)
    sql = SAVE.format(
        table=table, columns=", ".join(columns), values=", ".join(values.values()), source=source,
        key=key, known=known,
    )  # fmt: skip
    cursor.execute(sql, {"at": at})
    created, changed, rows = cursor.fetchone()
    return Saved(created, changed, rows - created - changed)


def _known(table: str, changes: Sequence[str], also: str) -> str:
    """What to do with a row that is there already."""
    if not changes:
        return "do nothing"
    sets = ", ".join(f"{column} = excluded.{column}" for column in changes)
    mine = ", ".join(f"{table}.{column}" for column in changes)
    theirs = ", ".join(f"excluded.{column}" for column in changes)
    return (
        f"do update set {sets}, updated_at = excluded.updated_at"
        f" where ({mine}) is distinct from ({theirs})"
        + (f" or {table}.id in ({also})" if also else "")
    )
