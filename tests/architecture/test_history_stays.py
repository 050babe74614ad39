"""What belongs to something keeps it: nothing vanishes because something else was deleted."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from tenure.customers import actions
from tenure.customers.models import Customer
from tenure.customers.words import ChurnReason
from tests.moments import NOON, TODAY

REFERENCES = [
    pytest.param(field, id=f"{model._meta.label}.{field.name}")
    for model in apps.get_models()
    if model.__module__.startswith("tenure.")
    for field in model._meta.concrete_fields
    if field.is_relation
]
CASCADES = """
select conrelid::regclass || '.' || conname from pg_constraint c
join pg_class t on t.oid = c.conrelid
where contype = 'f' and confdeltype <> 'a' and relname ~ %s
"""


@pytest.mark.parametrize("field", REFERENCES)
def test_what_is_referred_to_cannot_be_deleted(field):
    assert field.remote_field.on_delete is models.PROTECT


def test_the_database_deletes_nothing_by_itself(db):
    ours = {model._meta.app_label for model in apps.get_models() if "tenure." in model.__module__}
    with connection.cursor() as cursor:
        cursor.execute(CASCADES, [f"^({'|'.join(sorted(ours))})_"])

        assert cursor.fetchall() == []


def test_plain_sql_cannot_delete_what_has_history_either(acme):
    with (
        pytest.raises(IntegrityError, match="violates foreign key constraint"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("delete from customers_customer where id = %s", [acme.id])
        cursor.execute("set constraints all immediate")

    assert Customer.objects.filter(id=acme.id).exists()


def test_a_person_with_a_book_is_not_deleted(acme, alice):
    with pytest.raises(models.ProtectedError):
        alice.delete()


def test_who_left_keeps_everything(acme, alice):
    actions.end_customer(
        customer=acme, churned_on=TODAY, reason=ChurnReason.PRICE, by=alice, at=NOON
    )

    kept = Customer.objects.get(id=acme.id)
    assert (kept.name, kept.email, kept.external_id) == ("Acme", "office@acme.example", "C-1")
    assert kept.success_profile.csm == alice
