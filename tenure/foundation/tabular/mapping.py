"""Reading other systems' files: which of their columns is which of ours.

A mapping is a TOML file with a `[[file]]` for each file that it knows; docs/importing.md shows one.
"""

from collections.abc import Sequence
from decimal import Decimal
from fnmatch import fnmatch
from pathlib import Path

import msgspec

from tenure.foundation.refusals import Invalid
from tenure.foundation.tabular.dates import DateOrder
from tenure.foundation.tabular.formats import Format
from tenure.foundation.tabular.numbers import is_plain_number


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a field comes from: a column, whose values may be translated or scaled, or one value
    for all rows."""

    column: str | None = None
    values: dict[str, str] = {}
    times: float = 1
    value: str | None = None

    def __post_init__(self) -> None:
        if (self.column is None) == (self.value is None):
            raise ValueError("give either a column or a value")

    def apply(self, texts: Sequence[str]) -> Sequence[str]:
        if self.values:
            return [self.values.get(text.strip(), text) for text in texts]
        if self.times != 1:
            return [self._scaled(text) for text in texts]
        return texts

    def _scaled(self, text: str) -> str:
        if not is_plain_number(text.strip()):
            return text  # the field's own check says what is wrong with it
        # Decimals, because money times twelve must come out to the cent.
        return f"{Decimal(text.strip().replace(',', '')) * Decimal(str(self.times)):f}"


class FileMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one kind of file is to be read. `fields` has ours on the left, theirs on the right."""

    kind: str
    name: str = "*"
    fields: dict[str, str | Source] = {}
    dates: dict[str, DateOrder] = {}
    drop: tuple[str, ...] = ()  # columns that are not to be kept

    def source(self, field: str) -> Source | None:
        found = self.fields.get(field)
        return Source(column=found) if isinstance(found, str) else found

    def shown(self, field: str) -> str:
        """What the file calls a field; our own word where no column of it is the field."""
        source = self.source(field)
        return (source and source.column) or field


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    file: tuple[FileMapping, ...]

    def of(self, path: Path) -> FileMapping | None:
        return next((known for known in self.file if fnmatch(path.name, known.name)), None)


def read_mapping(path: Path) -> Mapping:
    """A mapping from its file; refused with its place when it is wrong."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Mapping)
    except OSError as error:
        raise Invalid(f"The mapping {path} cannot be read: {error.strerror}.") from error
    except (msgspec.ValidationError, msgspec.DecodeError, ValueError) as error:
        raise Invalid(f"The mapping {path.name} is wrong: {error}") from error


def canonical(columns: Sequence[str], formats: Sequence[Format]) -> FileMapping | None:
    """The mapping of a file that uses our own names: the format whose required columns it has."""
    for form in formats:
        required = {column.name for column in form.columns if column.is_required}
        groups_met = all(set(group) & set(columns) for group in form.one_of)
        if required and required <= set(columns) and groups_met:
            own = {column.name: column.name for column in form.columns if column.name in columns}
            return FileMapping(kind=form.code, fields=dict(own))
    return None


def check_mapping(mapping: FileMapping, form: Format, columns: Sequence[str]) -> None:
    """Refuse a mapping that names fields we do not have, columns that the file does not have, or
    that leaves a required field without a source."""
    for field in mapping.fields:
        if form.column(field) is None:
            raise Invalid(f"{form.title} have no field “{field}”.", {field: "is not a field"})
        source = mapping.source(field)
        if source and source.column is not None and source.column not in columns:
            raise Invalid(
                f"The file has no column “{source.column}” (wanted for {field}).",
                {field: f"the column “{source.column}” is missing"},
            )
    for column in form.columns:
        if column.is_required and column.name not in mapping.fields:
            raise Invalid(
                f"The column “{column.name}” is missing: {column.about}",
                {column.name: "is missing"},
            )
    for group in form.one_of:
        if not set(group) & set(mapping.fields):
            raise Invalid(
                f"One of the columns {', '.join(group)} is needed.", {group[0]: "is missing"}
            )
