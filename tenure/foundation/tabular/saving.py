"""Moving staged rows to their table, set by set: new ones are added, known ones brought up to date."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db.backends.utils import CursorWrapper

from tenure.foundation.tabular.formats import Saved


def upsert(
    cursor: CursorWrapper,
    table: str,
    values: Mapping[str, str],
    *,
    at: datetime,
    changes: Collection[str],
    source: str = "stage s",
    key: str = "external_id",
) -> Saved:
    """Add or update rows. `values` has an expression over `source` for each column.

    Of a row that is known by its key only the columns in `changes` are set, and only where they
    differ, so that the same file a second time changes nothing.
    """
    columns = [*values, "created_at", "updated_at"]
    changes = [column for column in values if column in changes]
    sets = ", ".join(f"{column} = excluded.{column}" for column in changes)
    mine = ", ".join(f"{table}.{column}" for column in changes)
    theirs = ", ".join(f"excluded.{column}" for column in changes)
    known = (
        f"do update set {sets}, updated_at = excluded.updated_at"
        f" where ({mine}) is distinct from ({theirs})"
        if changes
        else "do nothing"
    )
    cursor.execute(
        f"""
        with saved as (
            insert into {table} ({", ".join(columns)})
            select {", ".join(values.values())}, %(at)s, %(at)s from {source}
            on conflict ({key}) {known}
            returning (xmax = 0) as is_new
        )
        select count(*) filter (where is_new), count(*) filter (where not is_new),
               (select count(*) from {source})
        from saved
        """,
        {"at": at},
    )
    created, changed, rows = cursor.fetchone()
    return Saved(created, changed, rows - created - changed)
