"""The trail outlives what it tells of, and nobody can edit it. Secrets never stand in it."""

import json

import pytest
from django.db import IntegrityError, connection, transaction

from tenure.foundation.audit.models import Change, Deed
from tenure.foundation.audit.trail import Machine, telling
from tenure.people import actions
from tenure.people.models import ApiToken, Person
from tests.moments import NOON

pytestmark = pytest.mark.django_db
EDITS = [
    "update audit_deed set by_name = 'Somebody else'",
    "delete from audit_deed",
    "truncate audit_deed",
    "update audit_change set after = null",
    "delete from audit_change",
    "truncate audit_change",
]


@pytest.mark.parametrize("edit", EDITS)
def test_the_database_refuses_to_edit_the_trail(edit, acme):
    with (
        pytest.raises(IntegrityError, match="is history: rows are added, never changed or deleted"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(edit)

    assert Deed.objects.filter(by_name="Mona", code="customer.created").exists()
    assert Change.objects.filter(subject_name="Acme", after__name="Acme").exists()


@pytest.mark.parametrize("model", [Deed, Change])
def test_the_application_cannot_edit_it_either(model, acme):
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.all().delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(customer_id=None)

    assert model.objects.exists()


@pytest.mark.parametrize("table", ["deed", "change"])
def test_the_admin_shows_the_trail_and_lets_nobody_touch_it(table, ada, acme, sign_in):
    client = sign_in(ada)

    assert client.get(f"/admin/audit/{table}/").status_code == 200
    assert client.get(f"/admin/audit/{table}/add/").status_code == 403
    row = (Deed if table == "deed" else Change).objects.first()
    assert client.post(f"/admin/audit/{table}/{row.pk}/change/", {}).status_code == 403
    assert client.post(f"/admin/audit/{table}/{row.pk}/delete/", {"post": "yes"}).status_code == 403


def test_the_trail_outlives_whom_it_tells_of_and_who_did_it(ada, bob):
    with telling("person.renamed", by=bob, at=NOON) as deed:
        Person.objects.filter(id=ada.id).update(name="Ada Lovelace")
    Person.objects.all().delete()

    kept = Deed.objects.get(id=deed.id)
    assert (kept.by_name, kept.by_id) == ("Bob", bob.id)
    change = Change.objects.get(deed_id=deed.id)
    assert (change.subject_name, change.before) == ("Ada Lovelace", {"name": "Ada"})


def everything_told():
    told = [deed.details for deed in Deed.objects.all()]
    told += [[change.before, change.after] for change in Change.objects.all()]
    return json.dumps(told)


def test_a_password_is_told_of_and_not_told(alice):
    old = alice.password

    actions.change_password(person=alice, password="quite-another-one", by=alice, at=NOON)

    change = Change.objects.get(kind="changed", subject_id=alice.id)
    assert (change.before, change.after) == ({"password": "•••"}, {"password": "•••"})
    told = everything_told()
    alice.refresh_from_db()
    assert [s for s in (old, alice.password, "quite-another-one") if s in told] == []


def test_a_new_person_comes_without_a_word_of_the_password(ada):
    person = actions.add_person(
        email="zoe@x.example", name="Zoe", role=actions.role_named("csm"),
        password="quite-another-one", by=ada, at=NOON,
    )  # fmt: skip

    created = Change.objects.get(kind="created", subject_id=person.id)
    assert "password" not in created.after
    assert person.password not in everything_told()


def test_a_token_and_its_hash_stay_out_of_the_trail(ada):
    token = actions.create_token(
        person=ada, name="Warehouse", expires_at=None, by=Machine("Somebody"), at=NOON
    )

    told = everything_told()
    assert "Warehouse" in told
    assert token not in told
    assert ApiToken.objects.get().digest not in told


def test_a_deleted_person_takes_the_password_along(ada, alice):
    Person.objects.filter(id=alice.id).delete()

    gone = Change.objects.get(kind="deleted", subject_id=alice.id)
    assert gone.before["email"] == "alice@tenure.example"
    assert "password" not in gone.before


def test_a_failed_sign_in_tells_the_address_and_not_the_password(alice, client):
    client.post("/sign-in/", {"username": "alice@tenure.example", "password": "my-real-secret"})

    told = everything_told()
    assert "alice@tenure.example" in told
    assert "my-real-secret" not in told
