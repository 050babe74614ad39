"""Taking one file in: read, checked, saved; or, for a preview, all of that and then undone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.db import DataError, IntegrityError, connection, transaction
from django.db.backends.utils import CursorWrapper

from tenure.foundation.refusals import Invalid
from tenure.foundation.tabular.formats import Format, Saved
from tenure.foundation.tabular.mapping import FileMapping, check_mapping
from tenure.foundation.tabular.records import open_table
from tenure.foundation.tabular.refused import RefusedRows
from tenure.foundation.tabular.staging import Reading, Refusal
from tenure.imports.date_orders import with_date_orders

REFUSED = """
create temp table if not exists refused (line integer, field text, reason text) on commit drop
"""
# Of rows with the same key the first stays; a later one with other content is refused.
REPEATED = """
with numbered as (
    select ctid, line, first_value(line) over w as first_line, row_number() over w as nth,
           ({columns}) is distinct from first_value(({columns})) over w as differs
    from stage window w as (partition by {key} order by line)
), gone as (
    delete from stage using numbered n where stage.ctid = n.ctid and n.nth > 1
    returning n.line, n.first_line, n.differs
)
insert into refused
select line, %s, 'Line ' || first_line || ' has the same ' || %s || ' with other content.'
from gone where differs
"""


@dataclass
class FileOutcome:
    """What a file came to, in rows."""

    file: str
    kind: str
    rows: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    refused_file: Path | None = None


def take_in(
    path: Path,
    form: Format,
    mapping: FileMapping,
    *,
    at: datetime,
    refused_to: Path,
    encoding: str | None = None,
    only_try: bool = False,
    progress: Callable[[int], None] = lambda line: None,
) -> FileOutcome:
    """Save every row of the file that can be saved, in one transaction; refuse the others."""
    table = open_table(path, encoding)
    check_mapping(mapping, form, table.columns)
    mapping = with_date_orders(table, form, mapping)
    with RefusedRows(refused_to, table) as refused, transaction.atomic():
        with connection.cursor() as cursor:
            reading = Reading(table, form, mapping, refused.add, progress)
            reading.stage(cursor)
            refused.add_found_later(_refuse_staged(cursor, form, mapping))
            saved = _save(cursor, form, mapping, at)
        if only_try:
            transaction.set_rollback(True)
    return _outcome(path, form, reading.rows, saved, refused)


def _outcome(
    path: Path, form: Format, rows: int, saved: Saved, refused: RefusedRows
) -> FileOutcome:
    return FileOutcome(
        file=path.name,
        kind=form.code,
        rows=rows,
        created=saved.created,
        changed=saved.changed,
        unchanged=rows - refused.count - saved.created - saved.changed,
        refused=refused.count,
        refusals=refused.first,
        refused_file=refused.path if refused.count else None,
    )


def _save(cursor: CursorWrapper, form: Format, mapping: FileMapping, at: datetime) -> Saved:
    cursor.execute("select exists (select from stage)")
    if not cursor.fetchone()[0]:
        return Saved(0, 0, 0)
    try:
        return form.save(cursor, at, frozenset(mapping.fields))
    except (DataError, IntegrityError) as error:
        # No rule foresaw it: the file as a whole is refused, in the words there are.
        words = str(error).splitlines()[0]
        raise Invalid(f"The database does not take these {form.title.lower()}: {words}.") from error


def _refuse_staged(cursor: CursorWrapper, form: Format, mapping: FileMapping) -> Iterator[Refusal]:
    """Take out of the staging table what breaks a rule or repeats a row, in the order of lines."""
    cursor.execute(REFUSED)
    cursor.execute("truncate refused")
    for rule in (rule for rule in form.rules if rule.holds_for(mapping.fields)):
        cursor.execute(
            f"with gone as (delete from stage where {rule.sql} returning line)"
            " insert into refused select line, %s, %s from gone",
            [rule.field, rule.words],
        )
    columns = ", ".join(column.name for column in form.columns)
    key = [name for name in form.key if name in mapping.fields]
    told = [key[-1], ", ".join(map(mapping.shown, key))]
    cursor.execute(REPEATED.format(key=", ".join(form.key), columns=columns), told)
    cursor.execute("select line, min(field), min(reason) from refused group by 1 order by 1")
    while rows := cursor.fetchmany(1000):
        yield from (Refusal(line, mapping.shown(name), reason) for line, name, reason in rows)
