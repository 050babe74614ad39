"""Refusals of the database, said in words: for constraints, references and what is taken."""

import pytest
from django.db import transaction

from tenure.customers.models import Customer, SuccessProfile
from tenure.foundation.checking import cleared, save
from tenure.foundation.refusals import Conflict, Invalid, Refusal
from tenure.people.models import Person


def refusal_of(row) -> Refusal:
    with pytest.raises(Refusal) as refused, transaction.atomic():
        save(row)
    return refused.value


def test_a_broken_constraint_is_said_in_its_words_beside_its_field(acme):
    acme.total_policies = 1
    acme.active_policies = 2

    refusal = refusal_of(acme)

    assert isinstance(refusal, Invalid)
    assert refusal.message == "There are more active policies than policies."
    assert list(refusal.fields) == ["active_policies"]


def test_what_is_there_already_is_a_conflict(alice):
    refusal = refusal_of(Person(email="ALICE@tenure.example", name="A", role="csm", password="!"))

    assert isinstance(refusal, Conflict)
    assert refusal.fields == {"email": "Somebody with this e-mail address is already here."}


def test_a_second_profile_of_one_customer_is_refused(acme):
    refusal = refusal_of(SuccessProfile(customer=acme))

    assert (type(refusal), refusal.message) == (Conflict, "customer is taken already.")


def test_many_fields_are_refused_together(acme):
    acme.name, acme.email = "A" * 201, "nowhere"

    refusal = refusal_of(acme)

    assert set(refusal.fields) == {"name", "email"}
    assert "email: Enter a valid email address." in refusal.message


def test_a_count_below_zero_is_said_with_its_field(acme):
    acme.total_policies = -1

    assert list(refusal_of(acme).fields) == ["total_policies"]


def test_a_refused_row_leaves_the_one_that_is_there(acme):
    acme.name = ""

    refusal_of(acme)

    assert Customer.objects.get().name == "Acme"


def test_a_text_that_is_cleared_is_empty_and_a_number_is_unknown():
    told = {"phone": None, "external_id": None, "employee_count": None, "name": "Acme"}

    assert cleared(Customer, told) == {
        "phone": "",
        "external_id": None,
        "employee_count": None,
        "name": "Acme",
    }
