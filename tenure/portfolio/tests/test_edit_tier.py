"""A customer's tier and CSM on the page that edits it."""

from tenure.customers.models import Customer
from tenure.portfolio.tests.test_customer_page import edit


def test_another_tier_is_set_by_hand_with_its_reason(acme, alice, sign_in):
    edit(sign_in(alice), acme, tier="TRIAL", tier_reason="A partner", phone="777")()

    acme = Customer.objects.get(id=acme.id)
    assert (acme.tier, acme.phone) == ("TRIAL", "777")
    change = acme.tier_changes.get()
    assert (change.cause, change.reason, change.decided_by) == ("BY_HAND", "A partner", "Alice")


def test_who_may_hand_customers_over_is_told_who_suits(acme, mona, alice, sign_in):
    page = sign_in(mona).get(f"/customers/{acme.id}/edit/").text

    assert "<b>Alice</b>: 20% of the book is taken, 20% with this one" in page
    assert "Who could look after it" not in sign_in(alice).get(f"/customers/{acme.id}/edit/").text
