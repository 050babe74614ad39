"""Signing in and out: who gets through the door, and what the door says."""

import pytest

from tenure.foundation.audit.models import Deed
from tenure.people import actions
from tests.moments import NOON

PASSWORD = "not-easy-to-guess"
WRONG = "This e-mail address and password do not belong together."


@pytest.fixture
def enter(client):
    """Fills in the form: `enter("alice@tenure.example")`."""

    def entered(email, password=PASSWORD, **more):
        return client.post("/sign-in/", {"username": email, "password": password}, **more)

    return entered


def is_signed_in(client):
    return client.get("/you/").status_code == 200


def test_the_right_password_opens_the_door(alice, enter, client):
    response = enter("alice@tenure.example")

    assert (response.status_code, response.url) == (302, "/")
    assert "Alice" in client.get("/you/").text


@pytest.mark.parametrize("written", ["ALICE@Tenure.Example", "  alice@tenure.example "])
def test_an_address_is_the_same_however_it_is_written(written, alice, enter, client):
    enter(written)

    assert is_signed_in(client)


def test_a_letter_that_only_shares_its_capital_is_another_one(alice, enter, client):
    enter("alıce@tenure.example")  # the Turkish letter without its dot

    assert not is_signed_in(client)


def test_it_leads_where_one_wanted_to_go(alice, client):
    asked = client.get("/audit/?who=Ada")
    response = client.post(asked.url, {"username": "alice@tenure.example", "password": PASSWORD})

    assert asked.url == "/sign-in/?next=/audit/%3Fwho%3DAda"
    assert response.url == "/audit/?who=Ada"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:x"])
def test_it_leads_nowhere_outside(elsewhere, alice, client):
    form = {"username": "alice@tenure.example", "password": PASSWORD, "next": elsewhere}

    assert client.post("/sign-in/", form).url == "/"


def test_a_wrong_password_and_an_unknown_address_hear_the_same(alice, enter, client):
    wrong = enter("alice@tenure.example", "wrong")
    unknown = enter("nobody@tenure.example", "wrong")

    assert WRONG in wrong.text
    assert WRONG in unknown.text
    assert not is_signed_in(client)


@pytest.mark.parametrize("email, password", [("", PASSWORD), ("alice@tenure.example", "")])
def test_half_a_form_opens_nothing(email, password, alice, enter, client):
    assert enter(email, password).status_code == 200
    assert not is_signed_in(client)


@pytest.mark.parametrize("odd", ["a\x00b@x.example", "x" * 5000, "ａlice@tenure.example\ud7ff"])
def test_an_odd_address_is_refused_like_any_other(odd, alice, enter, client):
    assert enter(odd, "wrong").status_code == 200
    assert not is_signed_in(client)


def test_signing_in_is_told_in_the_trail(alice, enter):
    enter("alice@tenure.example", REMOTE_ADDR="192.0.2.7")

    deed = Deed.objects.get(code="person.signed_in")
    assert (deed.by_name, deed.by_id, deed.address) == ("Alice", alice.id, "192.0.2.7")


def test_a_failure_is_told_with_the_address_that_was_tried(alice, enter):
    enter("alice@tenure.example", "wrong", REMOTE_ADDR="192.0.2.7")

    deed = Deed.objects.get(code="sign_in.failed")
    assert (deed.by_name, deed.by_id, deed.address) == ("Somebody", None, "192.0.2.7")
    assert deed.details == {"email": "alice@tenure.example"}


def test_a_form_from_another_site_is_refused(alice, client):
    client.handler.enforce_csrf_checks = True
    form = {"username": "alice@tenure.example", "password": PASSWORD}

    assert client.post("/sign-in/", form).status_code == 403
    assert not is_signed_in(client)


def test_signing_out_closes_the_door(alice, sign_in):
    client = sign_in(alice)

    client.post("/sign-out/")

    assert not is_signed_in(client)


def test_a_link_cannot_sign_anybody_out(alice, sign_in):
    client = sign_in(alice)

    assert client.get("/sign-out/").status_code == 405
    assert is_signed_in(client)


def test_whose_access_was_taken_does_not_get_in(ada, alice, enter, client):
    actions.deactivate_person(person=alice, by=ada, at=NOON)

    assert WRONG in enter("alice@tenure.example").text
    assert not is_signed_in(client)


def test_whose_access_is_taken_is_out_at_once(ada, alice, sign_in):
    client = sign_in(alice)

    actions.deactivate_person(person=alice, by=ada, at=NOON)

    assert not is_signed_in(client)
