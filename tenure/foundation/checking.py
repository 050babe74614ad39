"""Refusing a row in the words of its own constraints, before the database has to."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models

from tenure.foundation.refusals import Conflict, Invalid, Refusal


class ChangedMeanwhile(Conflict):
    """Somebody else changed the row since the changer looked at it."""


def refuse_changed(row: Any, seen_at: datetime | None) -> None:
    """Refuse to overwrite what the changer has not seen. `seen_at` is the row's `updated_at` then."""
    if seen_at is not None and seen_at != row.updated_at:
        raise ChangedMeanwhile(
            f"Somebody changed {row} while you did. Look at it again, then repeat what you changed."
        )


def check(row: models.Model) -> None:
    """Refuse what the table would refuse, field by field, in the words of its constraints."""
    try:
        row.full_clean(exclude=_references(row))
    except ValidationError as error:
        raise invalid(error) from None


def save(row: models.Model) -> None:
    """Write a row. What the database refuses is said in the words of the constraint.

    Asking first, as `check` does for forms, would cost a question for each constraint.
    """
    try:
        row.clean_fields(exclude=_references(row) | _left_empty(row))
        row.save()
    except ValidationError as error:
        raise invalid(error) from None
    except IntegrityError as error:
        raise in_words(row, error) from None


@contextmanager
def of_item(place: str) -> Iterator[None]:
    """Name the fields of a refusal by their place: `milestones.0.title`."""
    try:
        yield
    except Refusal as refusal:
        refusal.fields = {f"{place}.{field}": words for field, words in refusal.fields.items()}
        raise


def cleared(model: type[models.Model], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Changes as columns take them: a text that is cleared is empty, for it is never null."""
    told = dict(changes)
    for field in model._meta.concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField)
        if is_text and not field.null and told.get(field.attname, "") is None:
            told[field.attname] = ""
    return told


def in_words(row: models.Model | type[models.Model], error: IntegrityError) -> Refusal:
    """A refusal of the database in the words of its constraint."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
    for constraint in row._meta.constraints:
        if constraint.name == name:
            fields = dict.fromkeys(fields_of(constraint), str(constraint.violation_error_message))
            kind = Conflict if isinstance(constraint, models.UniqueConstraint) else Invalid
            return kind(str(constraint.violation_error_message), fields)
    # The longest first: “id” stands in the name of “customer_id” too.
    for field in sorted(row._meta.concrete_fields, key=lambda one: -len(str(one.column))):
        if f"_{field.column}_" in name:
            if name.endswith("_check"):
                return Invalid(
                    f"{field.name} cannot be negative.", {field.name: "cannot be negative"}
                )
            words = "is taken already" if field.unique else "does not exist"
            return Conflict(f"{field.name} {words}.", {field.name: words})
    return Conflict(f"The database refused this: {name}.")


def fields_of(constraint: models.BaseConstraint) -> list[str]:
    """The fields that a constraint is about, as far as it tells."""
    if isinstance(constraint, models.UniqueConstraint):
        return list(constraint.fields) or sorted(_named_in(constraint.expressions))
    if isinstance(constraint, models.CheckConstraint):
        named = {str(path).split("__")[0] for path in _paths(constraint.condition)}
        return sorted(named)
    return []


def _named_in(expressions: Iterable[Any]) -> Iterator[str]:
    for one in expressions:
        for part in one.flatten() if hasattr(one, "flatten") else [one]:
            if isinstance(part, models.F):
                yield part.name  # type: ignore[attr-defined]  # the stubs do not know it


def _paths(condition: Any) -> Iterator[str]:
    for part in getattr(condition, "children", []):
        if isinstance(part, tuple):
            yield part[0]
        else:
            yield from _paths(part)


def invalid(error: ValidationError) -> Invalid:
    fields = {name: " ".join(words) for name, words in error.message_dict.items()}
    general = fields.pop(NON_FIELD_ERRORS, "")
    said = [general, *(f"{name}: {words}" for name, words in fields.items())]
    return Invalid(" ".join(text for text in said if text), fields)


def _references(row: models.Model) -> set[str]:
    """The foreign keys of a row: they were looked up already."""
    return {field.name for field in row._meta.concrete_fields if field.is_relation}


def _left_empty(row: models.Model) -> set[str]:
    """The fields that are empty and may be: for a form they would be missing, for a table not."""
    return {
        field.name
        for field in row._meta.concrete_fields
        if not field.generated and may_stay_empty(field, getattr(row, field.attname))
    }


def may_stay_empty(field: Any, value: Any) -> bool:
    """Whether this value says nothing, and the table allows that."""
    return field.null if value is None else value in ([], {})
