"""Changing the own password."""

import pytest
from django.test import Client

from tenure.foundation.audit.models import Deed

OLD, NEW = "not-easy-to-guess", "quite-another-one"


def sign_in_with(password):
    client = Client()
    client.post("/sign-in/", {"username": "alice@tenure.example", "password": password})
    return client


def is_signed_in(client):
    return client.get("/you/").status_code == 200


def change(client, old=OLD, new=NEW, again=None):
    form = {"old_password": old, "new_password1": new, "new_password2": again or new}
    return client.post("/password/", form, follow=True)


def test_a_new_password_holds_and_the_old_one_does_not(alice):
    said = change(sign_in_with(OLD))

    assert "Your password is changed. Other browsers are signed out." in said.text
    assert is_signed_in(sign_in_with(NEW))
    assert not is_signed_in(sign_in_with(OLD))


def test_other_browsers_are_signed_out_and_this_one_is_not(alice):
    here, elsewhere = sign_in_with(OLD), sign_in_with(OLD)

    change(here)

    assert is_signed_in(here)
    assert not is_signed_in(elsewhere)


@pytest.mark.parametrize(
    "form",
    [
        {"old": "wrong"},
        {"new": "short"},
        {"new": "1234567890123"},
        {"new": "alice@tenure.example"},
        {"again": "something-different"},
    ],
)
def test_what_is_wrong_or_easy_to_guess_changes_nothing(form, alice):
    change(sign_in_with(OLD), **form)

    assert is_signed_in(sign_in_with(OLD))
    assert not Deed.objects.filter(code="password.changed").exists()
