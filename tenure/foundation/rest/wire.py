"""Schemas of the API, and the SQL that reads their JSON straight from the tables.

A schema's fields carry the names of columns; on the wire they are camelCase. PostgreSQL builds the
JSON, so an answer is bytes from the first moment and costs this process next to nothing.
"""

import types
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel
from pydantic.fields import FieldInfo


class Wire(BaseModel):
    """A JSON object of the API: camelCase names, and none that are not expected."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid", validate_by_name=False)

    @property
    def given(self) -> dict[str, Any]:
        """The fields that were sent, by our names: null clears, absence keeps."""
        return {name: getattr(self, name) for name in self.model_fields_set}


def absent(alias: str | None = None) -> Any:
    """A field that may be left out of a change, and may not be null."""
    return Field(default=None, alias=alias)


def on_the_wire(place: str) -> str:
    """How the API calls a field, or its place inside others, that we call so."""
    return ".".join(
        _aliases().get(name) or (to_camel(name) if name.islower() else name)
        for name in place.split(".")
    )


@cache
def _aliases() -> dict[str, str]:
    return {
        name: field.alias
        for schema in _below(Wire)
        for name, field in schema.model_fields.items()
        if field.alias
    }


def _below(schema: type[Wire]) -> Iterator[type[Wire]]:
    for below in schema.__subclasses__():
        yield below
        yield from _below(below)


@dataclass(frozen=True)
class Sql:
    """What a field is read from, where that is not the column of its own name."""

    expression: str


@dataclass(frozen=True)
class Resource:
    """Something the API shows: a schema, and the rows that it is read from.

    `source` follows `from`; `alias` is the short name of the table whose columns the fields are.
    """

    schema: type[Wire]
    source: str
    alias: str

    @cached_property
    def columns(self) -> dict[str, str]:
        """By name on the wire the SQL expression of each field."""
        return {
            field.alias or name: _expression(name, field, self.alias)
            for name, field in self.schema.model_fields.items()
        }

    def rows(self, rest: str = "", only: Collection[str] = ()) -> str:
        """A select with a column for each field (or only for some). `rest` follows the tables."""
        return f"select {self.named(only)} from {self.source} {rest}"

    def named(self, only: Collection[str] = ()) -> str:
        return ", ".join(f'{self.columns[name]} as "{name}"' for name in only or self.columns)

    def objects(self, rest: str = "", only: Collection[str] = ()) -> str:
        """A select that answers all rows as one JSON array, in bytes."""
        return in_bytes(f"{self.array(rest, only)}::text")

    def one(self, where: str) -> str:
        """A select that answers one row as JSON in bytes, and when it was last changed."""
        return (
            f"select convert_to(row_to_json(r)::text, 'UTF8'), v"
            f" from (select {self.alias}.updated_at as v, (select x from (select {self.named()}) x) r"
            f" from {self.source} {where}) q"
        )

    def array(self, rest: str = "", only: Collection[str] = ()) -> str:
        """The JSON array as an expression, to stand in another select."""
        return f"(select coalesce(json_agg(r), '[]') from ({self.rows(rest, only)}) r)"

    def object(self, rest: str = "") -> str:
        """The JSON of the first row as an expression; null when there is none."""
        return f"(select row_to_json(r) from ({self.rows(rest)} limit 1) r)"


def in_bytes(expression: str) -> str:
    return f"select convert_to({expression}, 'UTF8')"


def _expression(name: str, field: FieldInfo, alias: str) -> str:
    told = next((mark for mark in field.metadata if isinstance(mark, Sql)), None)
    if told:
        return told.expression
    column = f"{alias}.{name}"
    bases = _bases(field.annotation)
    if date in bases:
        return f"{column}::timestamptz"
    if bases == {str, types.NoneType}:
        return f"nullif({column}, '')"
    return column


def _bases(annotation: Any) -> set[Any]:
    """The plain types that an annotation allows."""
    if get_origin(annotation) is Annotated:
        return _bases(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return set().union(*(_bases(part) for part in get_args(annotation)))
    return {get_origin(annotation) or annotation}
