"""What can be done about imports: bring files in."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.refusals import Invalid
from tenure.foundation.tabular.dates import DateOrder
from tenure.foundation.tabular.formats import Format
from tenure.foundation.tabular.mapping import FileMapping, Mapping, canonical, read_mapping
from tenure.foundation.tabular.records import open_table
from tenure.imports.formats import FORMATS, format_named
from tenure.imports.models import Import, ImportState
from tenure.imports.reading import FileOutcome, take_in
from tenure.people.models import Person

SHIPPED = Path(__file__).parent / "mappings"


class UnknownFile(Invalid):
    """Nobody said what the file holds, and its columns do not tell."""


@dataclass(frozen=True)
class Job:
    """A file, and how it is to be read."""

    path: Path
    mapping: FileMapping
    encoding: str | None = None

    @property
    def order(self) -> int:
        return format_named(self.mapping.kind).order


def shipped_mappings() -> list[str]:
    return sorted(path.stem for path in SHIPPED.glob("*.toml"))


def mapping_named(name: str) -> Mapping:
    """A mapping from a file, or one of those that come with Tenure."""
    if name in shipped_mappings():
        return read_mapping(SHIPPED / f"{name}.toml")
    return read_mapping(Path(name))


def plan(
    paths: Sequence[Path],
    mapping: Mapping | None,
    *,
    kind: str | None = None,
    dates: dict[str, DateOrder] | None = None,
    encoding: str | None = None,
) -> list[Job]:
    """Which file is what, in the order in which they have to come: customers before the rest."""
    jobs = []
    for path in paths:
        table = open_table(path, encoding)
        found = mapping.of(path) if mapping else None
        found = found or canonical(table.columns, candidates(kind))
        if found is None:
            raise UnknownFile(
                f"The columns of {path.name} do not tell what it holds. Name a mapping, or use the "
                "columns that docs/importing.md lists."
            )
        jobs.append(Job(path, _with_dates(found, dates or {}), encoding))
    return sorted(jobs, key=lambda job: job.order)


@deed("file.imported", "imported {file}: {summary}")
def import_file(
    *,
    job: Job,
    refused_to: Path,
    by: Author,
    at: datetime,
    record: Import | None = None,
    progress: Callable[[int], None] = lambda line: None,
) -> FileOutcome:
    """Bring a file in: every row that can be taken is, every other one is refused with a reason.

    A crash leaves nothing of the file behind, and the same file again changes nothing.
    """
    form = format_named(job.mapping.kind)
    outcome = take_in(
        job.path, form, job.mapping, at=at, refused_to=refused_to, encoding=job.encoding,
        progress=progress,
    )  # fmt: skip
    tell(file=job.path.name, summary=summary(outcome))
    record = record or Import(file_name=job.path.name, size_bytes=job.path.stat().st_size)
    record.by = by if isinstance(by, Person) else None
    record.kind = form.code
    record.mapping = msgspec.to_builtins(job.mapping)
    record.encoding = job.encoding or ""
    note_outcome(record, outcome)
    record.state = ImportState.DONE
    record.finished_at = at
    record.save()
    return outcome


def try_file(
    *,
    job: Job,
    refused_to: Path,
    at: datetime,
    progress: Callable[[int], None] = lambda line: None,
) -> FileOutcome:
    """What importing the file would come to. Everything is really done, and then undone."""
    form = format_named(job.mapping.kind)
    return take_in(
        job.path, form, job.mapping, at=at, refused_to=refused_to, encoding=job.encoding,
        only_try=True, progress=progress,
    )  # fmt: skip


def note_outcome(record: Import, outcome: FileOutcome) -> None:
    record.rows_read = outcome.rows
    record.created_rows = outcome.created
    record.changed_rows = outcome.changed
    record.unchanged_rows = outcome.unchanged
    record.refused_rows = outcome.refused
    record.refusals = [asdict(refusal) for refusal in outcome.refusals]


def summary(outcome: FileOutcome) -> str:
    counts = {
        "new": outcome.created,
        "changed": outcome.changed,
        "unchanged": outcome.unchanged,
        "refused": outcome.refused,
    }
    told = [f"{count:,} {word}" for word, count in counts.items() if count]
    return ", ".join(told) or "no rows"


def candidates(kind: str | None) -> Sequence[Format]:
    """The formats to compare a header with, the most demanding first."""
    if kind:
        return [format_named(kind)]
    return sorted(FORMATS, key=lambda form: -sum(column.is_required for column in form.columns))


def _with_dates(mapping: FileMapping, dates: dict[str, DateOrder]) -> FileMapping:
    return msgspec.structs.replace(mapping, dates=mapping.dates | dates) if dates else mapping
