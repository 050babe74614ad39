"""Who did what, before and after, from where; and what a deed that fails leaves behind."""

import pytest
from django.db import connection

from tenure.customers import actions
from tenure.customers.models import Customer
from tenure.foundation.audit.models import Change, Deed
from tenure.foundation.audit.trail import Machine, Origin, leave_no_trace, origin, tell, telling
from tests.moments import NOON


def rename(customer, name, by):
    actions.change_customer(customer=customer, changes={"name": name}, by=by, at=NOON)
    return Deed.objects.get(code="customer.changed")


def test_a_deed_says_who_did_what_and_when(acme, alice):
    deed = rename(acme, "Acme Ltd", by=alice)

    assert (deed.by_id, deed.by_name, deed.at) == (alice.id, "Alice", NOON)
    assert deed.customer_id == acme.id


def test_a_change_says_which_row_and_what_stood_there_before(acme, alice):
    deed = rename(acme, "Acme Ltd", by=alice)

    change = Change.objects.get(deed_id=deed.id)
    assert (change.kind, change.subject_type) == ("changed", "customers.customer")
    assert (change.subject_id, change.subject_name) == (acme.id, "Acme Ltd")
    assert (change.before, change.after) == ({"name": "Acme"}, {"name": "Acme Ltd"})


def test_a_deed_from_a_page_says_from_which_address(alice, client):
    form = {"username": "alice@tenure.example", "password": "not-easy-to-guess"}

    response = client.post("/sign-in/", form, REMOTE_ADDR="192.0.2.7")

    deed = Deed.objects.get(code="person.signed_in")
    assert (deed.via, deed.address) == ("page", "192.0.2.7")
    assert deed.request_id == response["X-Request-ID"]


def test_a_deed_at_the_command_line_has_no_address(acme, alice):
    deed = rename(acme, "Acme Ltd", by=alice)

    assert (deed.via, deed.address, deed.request_id) == ("command", None, "")


def test_where_a_deed_came_from_is_kept_as_it_was_noted(acme, alice):
    noted = origin.set(Origin(via="api", address="2001:db8::1", request_id="r-1"))
    try:
        deed = rename(acme, "Acme Ltd", by=alice)
    finally:
        origin.reset(noted)

    assert (deed.via, deed.address, deed.request_id) == ("api", "2001:db8::1", "r-1")


def test_a_machine_signs_with_its_name_and_has_no_account(acme):
    deed = rename(acme, "Acme Ltd", by=Machine("The nightly job"))

    assert (deed.by_id, deed.by_name) == (None, "The nightly job")


def test_a_deed_that_fails_leaves_neither_itself_nor_its_changes(acme, alice):
    changes = Change.objects.count()

    with pytest.raises(RuntimeError), telling("customer.spoilt", by=alice, at=NOON):
        Customer.objects.filter(id=acme.id).update(name="Half done")
        raise RuntimeError("out of luck")

    acme.refresh_from_db()
    assert acme.name == "Acme"
    assert not Deed.objects.filter(code="customer.spoilt").exists()
    assert Change.objects.count() == changes


def test_a_deed_within_a_deed_takes_its_own_changes_and_gives_the_rest_back(acme, alice):
    customer = Customer.objects.filter(id=acme.id)
    with telling("outer.done", by=alice, at=NOON) as outer:
        customer.update(name="First")
        with telling("inner.done", by=alice, at=NOON) as inner:
            customer.update(name="Second")
        customer.update(name="Third")

    assert names_after(outer) == ["First", "Third"]
    assert names_after(inner) == ["Second"]


def names_after(deed):
    return [
        change.after["name"] for change in Change.objects.filter(deed_id=deed.id).order_by("id")
    ]


def test_a_failed_deed_within_a_deed_does_not_take_the_later_changes(acme, alice):
    with telling("outer.done", by=alice, at=NOON) as outer:
        with pytest.raises(RuntimeError), telling("inner.spoilt", by=alice, at=NOON):
            Customer.objects.filter(id=acme.id).update(name="Half done")
            raise RuntimeError("out of luck")
        Customer.objects.filter(id=acme.id).update(name="Whole")

    assert names_after(outer) == ["Whole"]


def test_a_deed_that_turns_out_to_change_nothing_leaves_no_line(alice):
    with telling("nothing.done", by=alice, at=NOON):
        leave_no_trace()

    assert not Deed.objects.filter(code="nothing.done").exists()


def test_telling_without_a_deed_is_a_mistake_of_the_caller():
    with pytest.raises(RuntimeError, match="no deed under way"):
        tell(subject="Acme")


def test_after_a_deed_plain_sql_is_not_taken_for_part_of_it(acme, alice):
    deed = rename(acme, "Acme Ltd", by=alice)

    with connection.cursor() as cursor:
        cursor.execute("update customers_customer set phone = '555' where id = %s", [acme.id])

    change = Change.objects.get(after__phone="555")
    assert change.deed_id != deed.id
    assert Deed.objects.get(id=change.deed_id).code == "sql"
