"""Every promise of the database is kept by it, and said in words for people."""

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from tenure.foundation.checking import in_words, save
from tenure.foundation.ids import new_id
from tests.architecture.breaks import REFUSED_FIRST, Again, what_breaks
from tests.architecture.rows import IN_ORDER, OF_CUSTOMER, As

BY_SQL_ALONE = {"usage.DailyUsage"}  # filled by COPY: see tenure/usage/tests
CONSTRAINTS = [
    (model, constraint)
    for model in apps.get_models()
    if model.__module__.startswith("tenure.") and model._meta.label not in BY_SQL_ALONE
    for constraint in model._meta.constraints
]
pytestmark = pytest.mark.django_db


def named(pair) -> str:
    return pair[1].name


def row(label: str, customer, /, **changes) -> models.Model:
    """A row in order, but for the changes; rows that it needs are saved."""
    values = IN_ORDER[label] | changes
    for name, value in values.items():
        if value is OF_CUSTOMER:
            values = values | {name: customer}
        elif isinstance(value, As):
            values = values | {name: values[value]}
        elif isinstance(value, str) and value in IN_ORDER:
            needed = row(value, customer)
            needed.save()
            values = values | {name: needed}
    return apps.get_model(label)(**values)


@pytest.mark.parametrize("label", IN_ORDER)
def test_a_row_in_order_is_taken(label, acme):
    taken = row(label, acme)

    save(taken)


def broken_row(model, name: str, customer) -> models.Model:
    """A row that breaks just this constraint."""
    broken = what_breaks(name, model._meta.model_name)
    assert broken is not None, f"breaks.py does not know what breaks {name}"
    first = row(model._meta.label, customer, **broken)
    columns = [field.attname for field in model._meta.concrete_fields if not field.generated]
    values = {column: getattr(first, column) for column in columns}
    if isinstance(broken, Again):
        first.save()
        values["id"] = new_id() if isinstance(model._meta.pk, models.UUIDField) else None
    return model(**values)


@pytest.mark.parametrize("pair", CONSTRAINTS, ids=map(named, CONSTRAINTS))
def test_a_broken_promise_is_refused_by_the_database_and_in_words(pair, acme):
    model, constraint = pair
    broken = broken_row(model, constraint.name, acme)
    first_refusal = REFUSED_FIRST.get(constraint.name, constraint.name)

    with pytest.raises(IntegrityError, match=first_refusal) as broke, transaction.atomic():
        broken.save(force_insert=True)

    if first_refusal == constraint.name:
        assert in_words(broken, broke.value).message == constraint.violation_error_message


def test_what_has_history_is_not_deleted(acme):
    with pytest.raises(models.ProtectedError):
        acme.delete()
