"""Rows that are added without a model's `save`: values checked, put into columns, and said in words."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, models
from django.db.models import NOT_PROVIDED
from psycopg.types.json import Jsonb

from tenure.foundation.audit.at_once import Row
from tenure.foundation.checking import in_words, invalid, may_stay_empty

in_json = partial(Jsonb, dumps=partial(json.dumps, cls=DjangoJSONEncoder))


def new_row(model: type[models.Model], given: Mapping[str, Any]) -> Row:
    """A row with these fields. What a field refuses is refused here, each field in its words."""
    values: dict[str, Any] = {}
    problems: dict[str, Any] = {}
    for name, value in (_wanted(model) | dict(given)).items():
        field: Any = model._meta.get_field(name)
        try:
            values[field.column] = _checked(field, value)
        except ValidationError as problem:
            problems[field.name] = problem
    if problems:
        raise invalid(ValidationError(problems))
    return Row(model._meta.db_table, values)


def as_added[M: models.Model](model: type[M], row: Row) -> M:
    """The row as an object. What was not given is read when somebody asks for it."""
    named = [field for field in model._meta.concrete_fields if field.column in row.values]
    values = [row.values[str(field.column)] for field in named]
    plain = [value.obj if isinstance(value, Jsonb) else value for value in values]
    return model.from_db("default", [field.attname for field in named], plain)


@contextmanager
def said_in_words(*kinds: type[models.Model]) -> Iterator[None]:
    """Say what the database refuses in the words of the table that it is about."""
    try:
        yield
    except IntegrityError as error:
        table = getattr(getattr(error.__cause__, "diag", None), "table_name", None)
        about = next((kind for kind in kinds if kind._meta.db_table == table), kinds[0])
        raise in_words(about, error) from None


def _checked(field: Any, value: Any) -> Any:
    if field.is_relation or may_stay_empty(field, value):
        checked = value
    else:
        checked = field.clean(value, None)
    is_json = isinstance(field, models.JSONField) and checked is not None
    return in_json(checked) if is_json else checked


@cache
def _wanted(model: type[models.Model]) -> dict[str, Any]:
    """What no row can do without, as empty as it is before somebody says it."""
    return {
        field.name: field.get_default()
        for field in model._meta.concrete_fields
        if not (field.null or field.has_default() or field.is_relation or field.generated)
        and field.db_default is NOT_PROVIDED
    }
