"""Changing a customer: the rule, the refusals, the page and the trail in one place."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tenure.customers import actions
from tenure.foundation.audit.models import Change, Deed
from tenure.foundation.refusals import Invalid
from tests.moments import NOON


def test_it_changes_what_is_named_and_nothing_else(acme, alice):
    actions.change_customer(customer=acme, changes={"industry": "Farming"}, by=alice, at=NOON)

    acme.refresh_from_db()
    assert (acme.industry, acme.name) == ("Farming", "Acme")


def test_it_is_a_deed_with_before_and_after(acme, alice):
    actions.change_customer(customer=acme, changes={"name": "Acme Ltd"}, by=alice, at=NOON)

    deed = Deed.objects.get(code="customer.changed")
    change = Change.objects.get(deed_id=deed.id)
    assert (deed.by_name, deed.customer_id) == ("Alice", acme.id)
    assert (change.before, change.after) == ({"name": "Acme"}, {"name": "Acme Ltd"})


def test_a_change_over_somebody_elses_is_refused_and_overwrites_nothing(acme, alice, mona):
    seen_at = acme.updated_at
    actions.change_customer(customer=acme, changes={"phone": "555"}, by=mona, at=NOON)

    with pytest.raises(actions.ChangedMeanwhile, match="Somebody changed Acme"):
        actions.change_customer(
            customer=acme, changes={"phone": "777"}, seen_at=seen_at, by=alice, at=NOON
        )

    acme.refresh_from_db()
    assert acme.phone == "555"


def test_a_refusal_names_the_field_and_leaves_no_trace(acme, alice):
    with pytest.raises(Invalid) as refusal:
        actions.change_customer(customer=acme, changes={"email": "none"}, by=alice, at=NOON)

    assert list(refusal.value.fields) == ["email"]
    assert not Deed.objects.filter(code="customer.changed").exists()


def test_a_constraint_refuses_in_its_own_words(acme, alice):
    wrong = {"contract_ends_on": acme.contract_starts_on - timedelta(days=1)}

    with pytest.raises(Invalid, match="The contract ends before it starts."):
        actions.change_customer(customer=acme, changes=wrong, by=alice, at=NOON)


def test_the_page_saves_and_says_so(acme, alice, sign_in):
    page = sign_in(alice).get(f"/customers/{acme.id}/edit/")
    form = {k: v for k, v in page.context["form"].initial.items() if v is not None}

    response = sign_in(alice).post(
        f"/customers/{acme.id}/edit/", form | {"annual_contract_value": "51000"}, follow=True
    )

    acme.refresh_from_db()
    assert acme.annual_contract_value == Decimal(51_000)
    assert "Acme is saved." in response.text


def test_the_page_refuses_a_colleague_and_says_whose_book_it_is(acme, bob, sign_in):
    response = sign_in(bob).post(f"/customers/{acme.id}/edit/", {"name": "Mine now"})

    acme.refresh_from_db()
    assert (response.status_code, acme.name) == (403, "Acme")
    assert "in the book of Alice" in response.text
