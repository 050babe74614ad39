"""Changes of rows in words: the labels of fields, the names behind ids, before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models

from tenure.foundation.audit.models import Change

HIDDEN = {"id", "created_at", "updated_at", "customer_id", "search_text"}
NOTHING = "nothing"


@dataclass(frozen=True)
class FieldChange:
    label: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class ChangeWords:
    """One row's change: “Success profile changed: CSM Kenji Sato → Ines Moreau”."""

    kind: str
    subject: str
    fields: tuple[FieldChange, ...]


def word_changes(changes: Iterable[Change]) -> dict[UUID, list[ChangeWords]]:
    """By deed the changes in words."""
    changes = list(changes)
    names = _names_of_people(changes)
    worded: dict[UUID, list[ChangeWords]] = defaultdict(list)
    for change in changes:
        worded[change.deed_id].append(_word(change, names))
    return worded


def _word(change: Change, names: dict[str, str]) -> ChangeWords:
    model = _model(change.subject_type)
    title = str(model._meta.verbose_name) if model else change.subject_type
    before, after = change.before or {}, change.after or {}
    fields = tuple(
        FieldChange(
            label=_label(model, column),
            before=_say(model, column, before.get(column), names) if change.before else None,
            after=_say(model, column, after.get(column), names) if change.after else None,
        )
        for column in {**before, **after}
        if column not in HIDDEN and (before.get(column) or after.get(column)) not in ([], {}, "")
    )
    subject = f"{title} “{change.subject_name}”" if change.subject_name else title
    return ChangeWords(change.kind, subject[:1].upper() + subject[1:], fields)


def _model(label: str) -> type[models.Model] | None:
    try:
        return apps.get_model(label)
    except LookupError:
        return None  # a table of an earlier version


def _field(model: type[models.Model] | None, column: str) -> models.Field[Any, Any] | None:
    if model is None:
        return None
    return next((field for field in model._meta.concrete_fields if field.column == column), None)


def _label(model: type[models.Model] | None, column: str) -> str:
    field = _field(model, column)
    return str(field.verbose_name) if field else column.replace("_", " ")


def _say(model: type[models.Model] | None, column: str, value: Any, names: dict[str, str]) -> str:
    """A stored value as people know it."""
    field = _field(model, column)
    if value in (None, "", [], {}):
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field and field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    return names.get(str(value), str(value))[:300]


def _names_of_people(changes: list[Change]) -> dict[str, str]:
    """The names of the people whose ids stand in the changes."""
    ids = set()
    for change in changes:
        for column, value in {**(change.before or {}), **(change.after or {})}.items():
            if column.endswith("_id") and isinstance(value, str):
                ids.update({value, (change.before or {}).get(column)})
    people = get_user_model()._default_manager.filter(pk__in=[i for i in ids if _is_uuid(i)])
    return {str(person.pk): str(person) for person in people}


def _is_uuid(value: object) -> bool:
    try:
        UUID(str(value))
    except ValueError:
        return False
    return True
