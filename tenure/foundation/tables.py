"""Fields, constraints and base classes that every slice's tables share."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from tenure.foundation.enums import Word
from tenure.foundation.ids import new_id


def money(**options: Any) -> models.DecimalField[Any, Any]:
    """Exact money, to the cent, up to a trillion."""
    return models.DecimalField(max_digits=14, decimal_places=2, **options)


def texts(*, some_empty: bool = False, **options: Any) -> ArrayField[Any, Any]:
    """A list of texts, empty unless told. `some_empty`: a text of it may be empty."""
    text: models.TextField[Any, Any] = models.TextField(blank=some_empty)
    return ArrayField(text, default=list, db_default=[], blank=True, **options)


def facts(**options: Any) -> models.JSONField[Any, Any]:
    """An object of facts without a fixed form; null when nothing is known."""
    return models.JSONField(null=True, blank=True, encoder=DjangoJSONEncoder, **options)


def choice(words: type[Word], **options: Any) -> models.CharField[Any, Any]:
    """A column that holds one of the words; `one_of` makes the database insist."""
    if "default" in options:
        options["db_default"] = options["default"]
    return models.CharField(max_length=20, choices=words.choices(), **options)


def one_of(field: str, words: type[Word]) -> models.CheckConstraint:
    values = [word.value for word in words]
    return models.CheckConstraint(
        condition=Q(**{field: None}) | Q(**{f"{field}__in": values}),
        name=f"%(class)s_{field}_is_known",
        violation_error_message=f"Choose one of {', '.join(values)}.",
    )


def between(field: str, low: float, high: float, words: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{field: None}) | Q(**{f"{field}__range": (low, high)}),
        name=f"%(class)s_{field}_in_range",
        violation_error_message=words,
    )


def not_negative(field: str, words: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{field: None}) | Q(**{f"{field}__gte": 0}),
        name=f"%(class)s_{field}_not_negative",
        violation_error_message=words,
    )


def in_order(first: str, second: str, words: str) -> models.CheckConstraint:
    """The second date, when there is one, does not come before the first."""
    return models.CheckConstraint(
        condition=Q(**{second: None})
        | Q(**{first: None})
        | Q(**{f"{second}__gte": models.F(first)}),
        name=f"%(class)s_{second}_after_{first}",
        violation_error_message=words,
    )


def not_blank(field: str, words: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=~Q(**{field: ""}),
        name=f"%(class)s_{field}_is_not_blank",
        violation_error_message=words,
    )


class Record(models.Model):
    """What every row of the domain has: an ordered id and the times it was made and changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    updated_at = models.DateTimeField(auto_now=True, db_default=Now(), editable=False)

    class Meta:
        abstract = True


class Imported(Record):
    """A row that may come from another system, which knows it by `external_id`.

    What the source said beyond our columns is kept in `source_facts`: nothing is lost.
    """

    external_id = models.CharField(max_length=200, null=True, blank=True)
    source_facts = facts()

    class Meta:
        abstract = True
