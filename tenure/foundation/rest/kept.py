"""Rows whose JSON this process keeps, each by the version that the database says it has.

PostgreSQL marks every version of a row with the transaction that wrote it (`xmin`). A page asks for
the ids and the marks of its rows, which an index and a glance answer, and only rows that are not
kept with just these marks are read and turned into JSON. So nothing old is ever shown, whoever
changed it, and nothing has to be told that something changed.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from tenure.foundation.database.prepared import Parameters, all_rows, first_row, first_row_planned
from tenure.foundation.rest.wire import Resource

MOST_ROWS = 4_096  # some 5 MB a process


@dataclass(frozen=True)
class Page:
    """Rows as a JSON array, how many they are, the last one's key and id, and the whole's total."""

    json: bytes = b"[]"
    count: int = 0
    last_key: Any = None
    last_id: Any = None
    total: int | None = None


@dataclass(frozen=True)
class Kept:
    """The rows of a resource. `tables`: the aliases of all tables that its JSON is read from."""

    resource: Resource
    tables: Sequence[str]
    _rows: dict[bytes, bytes] = field(default_factory=dict)

    def page(
        self,
        rest: str,
        parameters: Parameters,
        *,
        key: str,
        total: str,
        only: Collection[str] = (),
        is_planned_anew: bool = False,
    ) -> Page:
        """The rows that `rest` finds, ordered by `key`; `total` is an expression."""
        ask = first_row_planned if is_planned_anew else first_row
        found = ask(self._page(rest, key, total), parameters)
        if not found or not found[1]:
            return Page(total=found[4] if found else None)
        lines, *told = found
        versions = lines.split(b"\n")
        rows = self._read(versions, only) if only else self._kept(versions)
        return Page(b"[%b]" % b",".join(rows), *told)

    def _kept(self, versions: list[bytes]) -> list[bytes]:
        kept = self._rows
        rows = {version: kept.get(version) for version in versions}
        missing = [version for version, row in rows.items() if row is None]
        if missing:
            if len(kept) > MOST_ROWS:
                kept.clear()
            for version, row in zip(missing, self._read(missing), strict=True):
                rows[version] = row
        return [row for row in rows.values() if row]

    def _read(self, versions: list[bytes], only: Collection[str] = ()) -> list[bytes]:
        """The JSON of rows, in the order asked. A row that changed meanwhile is the newer one."""
        ids = [version[:36].decode() for version in versions]
        found = all_rows(self._objects(only), [ids])
        if not only:
            self._rows.update(found)
        by_id = {version[:36]: json for version, json in found}
        return [by_id[version[:36]] for version in versions]

    @property
    def _version(self) -> str:
        marks = " || ' ' || ".join(f"{table}.xmin" for table in self.tables)
        return f"{self.resource.alias}.id || ' ' || {marks}"

    def _page(self, rest: str, key: str, total: str) -> str:
        return f"""
            select convert_to(string_agg(row.version, E'\\n'), 'UTF8'), count(*),
                (array_agg(row.key))[count(*)], (array_agg(row.id))[count(*)], {total}
            from (
                select {self._version} as version, {key} as key, {self.resource.alias}.id
                from {self.resource.source} {rest}
            ) row
        """

    def _objects(self, only: Collection[str]) -> str:
        return f"""
            select convert_to({self._version}, 'UTF8'),
                convert_to((select row_to_json(r) from (select {self.resource.named(only)}) r)::text,
                    'UTF8')
            from {self.resource.source} where {self.resource.alias}.id = any(%s::uuid[])
        """
