"""Files brought in through the portal: kept, checked in the background, imported when told to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import msgspec
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from procrastinate.contrib.django import app

from tenure.foundation.audit.trail import Author, Origin, deed, origin, tell
from tenure.foundation.refusals import Conflict, Invalid, Refusal
from tenure.foundation.tabular.mapping import FileMapping, Mapping, canonical
from tenure.imports import actions
from tenure.imports.actions import Job, note_outcome
from tenure.imports.kept import file_of, progress_of, refused_file_of, short_name, table_of
from tenure.imports.models import Import, ImportState
from tenure.people.models import Person


class NotNow(Conflict):
    """The import is in a state in which this cannot be done."""


@deed("file.uploaded", "uploaded {file}")
def receive(
    *,
    upload: UploadedFile[bytes],
    mapping: Mapping | None,
    encoding: str = "",
    by: Person,
    at: datetime,
) -> Import:
    """Keep an uploaded file, and have it checked in the background."""
    name = short_name(upload.name or "file.csv")
    tell(file=name)
    record = Import(file_name=name, path=name, size_bytes=upload.size or 0, by=by, created_at=at)
    target = file_of(record)
    target.parent.mkdir(parents=True)
    with target.open("wb") as file:
        for chunk in upload.chunks():
            file.write(chunk)
    found = mapping.of(target) if mapping else None
    if found:
        record.kind, record.mapping = found.kind, msgspec.to_builtins(found)
    record.state, record.encoding = ImportState.CHECKING, encoding
    record.save(force_insert=True)
    _later(record, "check")
    return record


@deed("import.mapped", "said how {file} is to be read")
def map_columns(*, record: Import, mapping: FileMapping, by: Author, at: datetime) -> None:
    """Read the file in another way, and check it again."""
    record = _locked(record, ImportState.CHECKED, ImportState.FAILED)
    tell(file=record.file_name)
    record.kind, record.mapping = mapping.kind, msgspec.to_builtins(mapping)
    record.state, record.problem, record.finished_at = ImportState.CHECKING, "", None
    record.save()
    _later(record, "check")


@deed("import.started", "started the import of {file}")
def start(*, record: Import, by: Author, at: datetime) -> None:
    """Bring the checked file in, in the background. A second click finds it under way."""
    record = _locked(record, ImportState.CHECKED)
    tell(file=record.file_name)
    record.state = ImportState.IMPORTING
    record.save()
    _later(record, "bring_in")


def check_upload(*, import_id: str) -> None:
    """Find out what importing the file would come to, and write it down."""
    record = Import.objects.get(id=import_id)
    if record.state != ImportState.CHECKING:
        return
    with _noting_trouble(record):
        mapping = mapping_of(record)
        # Said before the check, so that whoever is asked about dates finds the columns to answer.
        record.kind, record.mapping = mapping.kind, msgspec.to_builtins(mapping)
        outcome = actions.try_file(
            job=Job(file_of(record), mapping, record.encoding or None),
            refused_to=refused_file_of(record),
            at=timezone.now(),
            progress=progress_of(record),
        )
        note_outcome(record, outcome)
        record.state = ImportState.CHECKED
        record.save()


def bring_in_upload(*, import_id: str) -> None:
    """Bring in a file that was checked. When the worker dies on the way, nothing of it is left,
    and the job is done again."""
    record = Import.objects.select_related("by").get(id=import_id)
    if record.state != ImportState.IMPORTING or record.by is None:
        return
    noted = origin.set(Origin(via="job"))
    try:
        with _noting_trouble(record):
            actions.import_file(
                job=Job(file_of(record), mapping_of(record), record.encoding or None),
                refused_to=refused_file_of(record),
                record=record,
                by=record.by,
                at=timezone.now(),
                progress=progress_of(record),
            )
    finally:
        origin.reset(noted)


def mapping_of(record: Import) -> FileMapping:
    """How the file is read: as told, or by its own columns where these are ours."""
    if record.mapping:
        return msgspec.convert(record.mapping, FileMapping)
    found = canonical(table_of(record).columns, actions.candidates(record.kind or None))
    if found is None:
        raise Invalid("The columns do not tell what this file holds. Choose below.")
    return found


@contextmanager
def _noting_trouble(record: Import) -> Iterator[None]:
    """A refusal becomes the import's own words; anything else is noted and goes on as an error."""
    try:
        yield
    except Exception as error:
        record.state = ImportState.FAILED
        record.problem = error.message if isinstance(error, Refusal) else "Something went wrong."
        record.finished_at = timezone.now()
        record.save()
        if not isinstance(error, Refusal):
            raise


def _locked(record: Import, *states: ImportState) -> Import:
    found = Import.objects.select_for_update(no_key=True).get(id=record.id)
    if found.state not in states:
        raise NotNow(f"{record.file_name} is {found.get_state_display().lower()}: not now.")
    return found


def _later(record: Import, task: str) -> None:
    """The job is part of the transaction: it is there when the record is, or not at all."""
    app.configure_task(f"imports.{task}").defer(import_id=str(record.id))
