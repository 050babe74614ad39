"""Giving and taking access: by whom, to whom, and that somebody always stays to run the house."""

import pytest
from django.core import mail

from tenure.foundation.audit.models import Deed
from tenure.foundation.refusals import Invalid
from tenure.people import actions
from tenure.people.models import Person
from tenure.people.roles import CSM, Administrator, CustomerContact, Executive, Manager
from tests.moments import NOON

ZOE = {"email": "zoe@tenure.example", "name": "Zoe", "role": "csm"}


def add(by, **told):
    facts = {"email": "zoe@tenure.example", "name": "Zoe", "role": CSM} | told
    return actions.add_person(**facts, by=by, at=NOON)


def test_somebody_new_has_a_role_and_no_password_yet(ada):
    zoe = add(ada, role=Executive)

    assert (zoe.name, zoe.role, zoe.is_active) == ("Zoe", "executive", True)
    assert not zoe.has_usable_password()
    assert str(Deed.objects.get(code="person.added").details) == (
        "{'role': 'Executive', 'subject': 'Zoe'}"
    )


def test_without_a_name_the_address_gives_one(ada):
    assert add(ada, email="ines.maria_moreau@x.example", name=" ").name == "Ines Maria Moreau"


@pytest.mark.parametrize("email", ["ALICE@tenure.example", " alice@tenure.example "])
def test_nobody_is_here_twice(email, ada, alice):
    with pytest.raises(actions.AlreadyHere, match="already has access"):
        add(ada, email=email)

    assert Person.objects.count() == 2


@pytest.mark.parametrize("email", ["", "zoe", "zoe@", "a\x00@x.example", "z" * 300 + "@x.example"])
def test_an_address_that_is_none_is_refused_by_name(email, ada):
    with pytest.raises(Invalid) as refusal:
        add(ada, email=email)

    assert list(refusal.value.fields) == ["email"]
    assert Person.objects.count() == 1


def test_a_name_that_is_too_long_is_refused_by_name(ada):
    with pytest.raises(Invalid) as refusal:
        add(ada, name="Z" * 201)

    assert list(refusal.value.fields) == ["name"]


def test_the_page_gives_access_and_sends_the_link(ada, sign_in, client):
    response = sign_in(ada).post("/people/add/", ZOE, follow=True)

    assert "Zoe has access, and mail with a link to set a password." in response.text
    (letter,) = mail.outbox
    assert letter.to == ["zoe@tenure.example"]
    assert "you have access to Tenure now" in letter.body


def test_the_page_says_who_is_here_already(ada, alice, sign_in):
    response = sign_in(ada).post("/people/add/", ZOE | {"email": "Alice@tenure.example"})

    assert response.status_code == 422
    assert "Alice@tenure.example already has access." in response.text
    assert mail.outbox == []


@pytest.mark.parametrize("who", ["mona", "alice", "erin", "carl"])
def test_only_an_administrator_gives_and_takes_access(who, request, bob, sign_in):
    client = sign_in(request.getfixturevalue(who))

    answers = [
        client.post("/people/add/", ZOE).status_code,
        client.post(f"/people/{bob.id}/", {"role": "administrator"}).status_code,
        client.post(f"/people/{bob.id}/deactivate/").status_code,
    ]

    bob.refresh_from_db()
    assert answers == [403, 403, 403]
    assert (bob.role, bob.is_active, Person.objects.count()) == ("csm", True, 2)


def test_a_role_is_changed_and_holds_from_the_next_page_on(ada, alice, sign_in):
    sign_in(ada).post(f"/people/{alice.id}/", {"role": "executive"})

    assert sign_in(alice).get("/customers/add/").status_code == 403
    deed = Deed.objects.get(code="person.role_changed")
    assert deed.details == {"subject": "Alice", "before": "CSM", "role": "Executive"}


def test_access_that_is_taken_can_be_given_again(ada, alice, sign_in):
    actions.deactivate_person(person=alice, by=ada, at=NOON)
    actions.reactivate_person(person=alice, by=ada, at=NOON)

    assert sign_in(alice).get("/you/").status_code == 200


@pytest.mark.parametrize("role", [Manager, CSM, Executive, CustomerContact])
def test_the_last_administrator_keeps_the_role(role, ada):
    with pytest.raises(actions.LastAdministrator, match="Ada is the last administrator"):
        actions.change_role(person=ada, role=role, by=ada, at=NOON)

    ada.refresh_from_db()
    assert ada.role == "administrator"


def test_the_last_administrator_keeps_the_access(ada, sign_in):
    response = sign_in(ada).post(f"/people/{ada.id}/deactivate/")

    ada.refresh_from_db()
    assert (response.status_code, ada.is_active) == (409, True)


def test_an_administrator_without_access_does_not_count(ada, mona):
    actions.change_role(person=mona, role=Administrator, by=ada, at=NOON)
    actions.deactivate_person(person=mona, by=ada, at=NOON)

    with pytest.raises(actions.LastAdministrator):
        actions.deactivate_person(person=ada, by=ada, at=NOON)


def test_of_two_administrators_one_may_go(ada, mona):
    actions.change_role(person=mona, role=Administrator, by=ada, at=NOON)

    actions.change_role(person=ada, role=Manager, by=mona, at=NOON)

    ada.refresh_from_db()
    assert ada.role == "manager"


def test_djangos_admin_offers_no_way_around(ada, sign_in):
    client = sign_in(ada)
    form = {"name": "Ada", "email": "ada@tenure.example", "role": "csm"}

    client.post(f"/admin/people/person/{ada.id}/change/", form)
    client.post(f"/admin/people/person/{ada.id}/delete/", {"post": "yes"})

    ada.refresh_from_db()
    assert (ada.role, ada.is_active) == ("administrator", True)
