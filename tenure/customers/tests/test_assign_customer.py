"""Handing a customer from one book to another."""

import pytest

from tenure.customers import actions
from tenure.customers.models import Customer
from tenure.foundation.audit.models import Deed
from tenure.people.actions import deactivate_person
from tests.moments import NOON


def assign(customer, csm, by):
    actions.assign_customer(customer=customer, csm=csm, by=by, at=NOON)
    return Customer.objects.get(id=customer.id).success_profile.csm


def test_it_goes_into_the_other_book(acme, bob, mona):
    assert assign(acme, bob, by=mona) == bob
    assert list(Customer.objects.owned_by(bob)) == [acme]


def test_it_leaves_the_first_one(acme, alice, bob, mona):
    assign(acme, bob, by=mona)

    assert not Customer.objects.owned_by(alice).exists()
    assert not Customer.objects.editable_by(alice).exists()


def test_it_can_be_in_nobodys_book(acme, mona):
    assert assign(acme, None, by=mona) is None
    assert Deed.objects.get(code="customer.assigned").details["csm"] == "nobody"


def test_it_is_told_with_both_names(acme, bob, mona):
    assign(acme, bob, by=mona)

    deed = Deed.objects.get(code="customer.assigned")
    assert (deed.by_name, deed.customer_id) == ("Mona", acme.id)
    assert deed.details == {"subject": "Acme", "csm": "Bob"}


def test_handing_it_to_whom_it_has_already_is_no_deed(acme, alice, mona):
    assert assign(acme, alice, by=mona) == alice
    assert not Deed.objects.filter(code="customer.assigned").exists()


@pytest.mark.parametrize("who", ["erin", "carl"])
def test_who_looks_after_no_customers_gets_none(who, acme, alice, mona, request):
    with pytest.raises(actions.HasNoBook, match="does not look after customers"):
        assign(acme, request.getfixturevalue(who), by=mona)

    assert Customer.objects.get().success_profile.csm == alice
    assert not Deed.objects.filter(code="customer.assigned").exists()


def test_who_has_no_access_any_more_gets_none(acme, alice, bob, ada):
    deactivate_person(person=bob, by=ada, at=NOON)
    bob.refresh_from_db()

    with pytest.raises(actions.HasNoBook):
        assign(acme, bob, by=ada)

    assert Customer.objects.get().success_profile.csm == alice


def test_a_book_stays_when_its_csm_loses_access_until_somebody_takes_it(acme, alice, bob, ada):
    deactivate_person(person=alice, by=ada, at=NOON)

    assert Customer.objects.get().success_profile.csm == alice
    assert assign(acme, bob, by=ada) == bob
