"""Who may see and change which customers, and how one is found by a part of its name."""

import pytest

from tenure.customers import actions
from tenure.customers.models import Customer
from tests.moments import NOON


@pytest.fixture
def globex(bob, mona):
    """A customer in Bob's book."""
    fields = {"name": "Globex GmbH", "company_name": "Globex Öl", "email": "hank@globex.example"}
    return actions.create_customer(fields=fields, csm=bob, by=mona, at=NOON)


@pytest.mark.parametrize("who", ["ada", "mona", "alice", "bob", "erin"])
def test_the_team_sees_all_customers(who, acme, globex, request):
    assert set(Customer.objects.visible_to(request.getfixturevalue(who))) == {acme, globex}


def test_a_customers_contact_sees_none(acme, globex, carl):
    assert not Customer.objects.visible_to(carl).exists()


@pytest.mark.parametrize("who", ["ada", "mona"])
def test_who_leads_changes_all(who, acme, globex, request):
    assert set(Customer.objects.editable_by(request.getfixturevalue(who))) == {acme, globex}


def test_a_csm_changes_the_own_book(acme, globex, alice, bob):
    assert list(Customer.objects.editable_by(alice)) == [acme]
    assert list(Customer.objects.editable_by(bob)) == [globex]


@pytest.mark.parametrize("who", ["erin", "carl"])
def test_others_change_none(who, acme, globex, request):
    assert not Customer.objects.editable_by(request.getfixturevalue(who)).exists()


def test_whose_access_was_taken_sees_and_changes_none(acme, alice):
    alice.is_active = False

    assert not Customer.objects.visible_to(alice).exists()
    assert not Customer.objects.editable_by(alice).exists()


@pytest.mark.parametrize("words", ["glob", "GLOBEX", "gmbh", "öl", "ÖL", "hank@", "x.example"])
def test_a_part_of_name_company_or_address_finds_it(words, acme, globex):
    assert list(Customer.objects.matching(words)) == [globex]


@pytest.mark.parametrize("words", ["%", "_", "\\", "initech", "x' or '1'='1"])
def test_what_stands_nowhere_finds_nothing(words, acme, globex):
    assert not Customer.objects.matching(words).exists()


def test_no_words_find_everything(acme, globex):
    assert Customer.objects.matching("").count() == 2


def test_what_changed_is_found_by_its_new_name(acme, alice):
    actions.change_customer(customer=acme, changes={"name": "Zenith"}, by=alice, at=NOON)

    assert list(Customer.objects.matching("zenith")) == [acme]
    assert not Customer.objects.matching("acme ").exists()
