"""Refusing a row in the words of its own constraints, before the database has to."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from tenure.foundation.refusals import Invalid


def check(row: models.Model) -> None:
    """Refuse what the table would refuse, field by field, in the words of its constraints."""
    try:
        row.full_clean(exclude=_references(row))
    except ValidationError as error:
        fields = {name: " ".join(words) for name, words in error.message_dict.items()}
        general = fields.pop(NON_FIELD_ERRORS, "")
        said = [general, *(f"{name}: {words}" for name, words in fields.items())]
        raise Invalid(" ".join(text for text in said if text), fields) from None


def _references(row: models.Model) -> set[str]:
    """The foreign keys of a row: they were looked up already."""
    return {field.name for field in row._meta.concrete_fields if field.is_relation}
