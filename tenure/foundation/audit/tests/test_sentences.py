"""Deeds as people read them: who, what, from where, and the rows in the words of the pages."""

import pytest

from tenure.customers.actions import assign_customer
from tenure.foundation.audit.changes import FieldChange
from tenure.foundation.audit.models import Change, Deed
from tenure.foundation.audit.sentences import sentences, sentences_about
from tenure.foundation.audit.trail import Origin, origin, telling
from tenure.people import actions
from tenure.people.models import Person
from tenure.people.roles import Manager
from tests.moments import NOON

pytestmark = pytest.mark.django_db


def only(code):
    (sentence,) = sentences(list(Deed.objects.filter(code=code)))
    return sentence


def change_of(sentence, subject):
    (change,) = [c for c in sentence.changes if c.subject == subject]
    return change


def test_a_deed_reads_as_a_sentence(ada, alice):
    actions.change_role(person=alice, role=Manager, by=ada, at=NOON)

    sentence = only("person.role_changed")
    assert str(sentence) == "Ada changed the role of Alice from CSM to Manager"
    assert sentence.where == "at the command line"


def test_where_it_came_from_is_said_with_the_address(ada, alice):
    noted = origin.set(Origin(via="page", address="192.0.2.7"))
    actions.change_role(person=alice, role=Manager, by=ada, at=NOON)
    origin.reset(noted)

    assert only("person.role_changed").where == "in the portal, 192.0.2.7"


def test_a_choice_is_said_as_the_pages_say_it(ada, alice):
    actions.change_role(person=alice, role=Manager, by=ada, at=NOON)

    change = change_of(only("person.role_changed"), "Person “Alice”")
    assert change.fields == (FieldChange("role", "CSM", "Manager"),)


def test_a_person_behind_an_id_is_said_by_name(acme, bob, mona):
    assign_customer(customer=acme, csm=bob, by=mona, at=NOON)

    (change,) = only("customer.assigned").changes
    assert [(f.before, f.after) for f in change.fields] == [("Alice", "Bob")]


def test_the_sentence_stays_when_its_subject_is_gone(ada, alice):
    actions.change_role(person=alice, role=Manager, by=ada, at=NOON)
    Person.objects.all().delete()

    assert str(only("person.role_changed")) == ("Ada changed the role of Alice from CSM to Manager")


def test_yes_and_no_are_words_and_a_secret_is_dots(ada, alice):
    actions.deactivate_person(person=alice, by=ada, at=NOON)
    actions.change_password(person=alice, password="quite-another-one", by=ada, at=NOON)

    taken = change_of(only("person.deactivated"), "Person “Alice”")
    changed = change_of(only("password.changed"), "Person “Alice”")
    assert taken.fields == (FieldChange("is active", "yes", "no"),)
    assert changed.fields == (FieldChange("password", "•••", "•••"),)


def test_what_became_empty_says_nothing_and_does_not_vanish(acme):
    type(acme).objects.filter(id=acme.id).update(email="")

    change = change_of(only("sql"), "Customer “Acme”")
    assert change.fields == (FieldChange("email", "office@acme.example", "nothing"),)


def test_what_was_cleared_to_nothing_still_says_what_stood_there(acme):
    type(acme).objects.filter(id=acme.id).update(tags=["vip"])
    type(acme).objects.filter(id=acme.id).update(tags=[])

    last = only("sql").changes[-1]
    assert last.fields == (FieldChange("tags", "vip", "nothing"),)


def test_a_kind_of_row_that_is_gone_is_said_by_its_old_name():
    deed = Deed.objects.create(code="nest.built", at=NOON, by_name="Ada", via="page")
    Change.objects.create(
        deed_id=deed.id, kind="created", subject_type="birds.nest", subject_id=deed.id,
        subject_name="Oak", after={"egg_count": 3},
    )  # fmt: skip

    sentence = only("nest.built")
    assert str(sentence) == "Ada did “nest.built”"
    assert change_of(sentence, "Birds.nest “Oak”").fields == (FieldChange("egg count", None, "3"),)


def test_a_long_deed_shows_its_first_twelve_changes_and_counts_the_rest(ada):
    with telling("people.invited", by=ada, at=NOON):
        for n in range(15):
            Person.objects.create(email=f"p{n}@x.example", name=f"P {n:02}", role="csm")

    sentence = only("people.invited")
    assert [c.subject for c in sentence.changes] == [f"Person “P {n:02}”" for n in range(12)]
    assert sentence.more == 3


def test_of_a_deed_about_many_a_customer_sees_only_the_own_part(acme, mona):
    with telling("customers.renamed", by=mona, at=NOON):
        type(acme).objects.filter(id=acme.id).update(name="Acme Ltd")
        Person.objects.filter(id=mona.id).update(name="Mona Lisa")

    newest = sentences_about(acme.id, limit=1)[0]
    assert newest.deed.code == "customers.renamed"
    assert [change.subject for change in newest.changes] == ["Customer “Acme Ltd”"]
