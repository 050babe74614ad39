"""Where the files of an upload are kept: what came, what was refused, how far the reading is."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from tenure.foundation.tabular.records import Table, open_table
from tenure.imports.models import Import

LONGEST_NAME = 200  # bytes: file systems take 255, and “refused-” comes in front


def short_name(name: str) -> str:
    """The file's name without folders, cut in its middle where no file system would take it."""
    path = Path(name)
    room = LONGEST_NAME - len(path.suffix.encode())
    return path.stem.encode()[:room].decode(errors="ignore") + path.suffix if room > 0 else "file"


def folder_of(record: Import) -> Path:
    return Path(settings.MEDIA_ROOT) / "imports" / str(record.id)


def file_of(record: Import) -> Path:
    return folder_of(record) / "file" / Path(record.path).name


def refused_file_of(record: Import) -> Path:
    return folder_of(record) / f"refused-{record.file_name.removeprefix('refused-')}"


def progress_file_of(record: Import) -> Path:
    return folder_of(record) / "progress"


def table_of(record: Import) -> Table:
    return open_table(file_of(record), record.encoding or None)


def progress_of(record: Import) -> Callable[[int], None]:
    """Notes in a file how many lines were read: the database shows nothing before the end."""
    file = progress_file_of(record)

    def note(line: int) -> None:
        file.write_text(str(line))

    return note
