"""A customer leaves: it is marked, its leaving is kept, and nothing is removed."""

from datetime import timedelta

import pytest

from tenure.customers import actions
from tenure.customers.models import ChurnEvent, Customer
from tenure.customers.words import ChurnReason
from tenure.foundation.audit.models import Change, Deed
from tests.moments import NOON, TODAY

LATER = TODAY + timedelta(days=90)


def end(customer, by, churned_on=TODAY, reason=ChurnReason.PRICE):
    return actions.end_customer(
        customer=customer, churned_on=churned_on, reason=reason, feedback="Too dear", by=by, at=NOON
    )


def test_it_is_marked_with_the_day(acme, alice):
    end(acme, alice)

    left = Customer.objects.get()
    assert (left.status, left.churned_on, left.is_churned) == ("CHURNED", TODAY, True)


def test_its_leaving_is_kept_with_the_reason(acme, alice):
    end(acme, alice)

    event = ChurnEvent.objects.get()
    assert (event.customer, event.churned_on, event.created_at) == (acme, TODAY, NOON)
    assert (event.reason, event.feedback) == ("PRICE", "Too dear")


def test_it_is_one_deed(acme, alice):
    end(acme, alice)

    deed = Deed.objects.get(code="customer.churned")
    assert (deed.by_name, deed.customer_id) == ("Alice", acme.id)
    assert deed.details == {"subject": "Acme", "day": "2026-11-23"}
    kinds = Change.objects.filter(deed_id=deed.id).values_list("subject_type", "kind")
    assert sorted(kinds) == [("customers.churnevent", "created"), ("customers.customer", "changed")]


def test_it_leaves_once(acme, alice):
    end(acme, alice)

    with pytest.raises(actions.AlreadyChurned, match="Acme is already marked as churned"):
        end(acme, alice, churned_on=LATER)

    assert ChurnEvent.objects.get().churned_on == TODAY
    assert Deed.objects.filter(code="customer.churned").count() == 1


def test_it_is_no_current_customer_and_can_still_be_seen(acme, alice, erin):
    end(acme, alice)

    assert not Customer.objects.current().exists()
    assert list(Customer.objects.visible_to(erin)) == [acme]


def test_who_returns_has_no_day_of_churn_and_keeps_the_first_leaving(acme, alice):
    end(acme, alice)

    actions.change_customer(customer=acme, changes={"status": "ACTIVE"}, by=alice, at=NOON)

    back = Customer.objects.get()
    assert (back.status, back.churned_on) == ("ACTIVE", None)
    assert ChurnEvent.objects.get().churned_on == TODAY


def test_who_returned_can_leave_again(acme, alice):
    end(acme, alice)
    actions.change_customer(customer=acme, changes={"status": "ACTIVE"}, by=alice, at=NOON)

    end(acme, alice, churned_on=LATER, reason=ChurnReason.PRODUCT)

    told = ChurnEvent.objects.order_by("churned_on").values_list("churned_on", "reason")
    assert list(told) == [(TODAY, "PRICE"), (LATER, "PRODUCT")]
