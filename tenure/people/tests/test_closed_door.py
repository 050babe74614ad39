"""After too many failures the door stays closed for a while: for an e-mail, and for an address."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tenure.foundation.audit.models import Deed
from tenure.people import actions
from tenure.people.models import FailedSignIn
from tests.moments import NOON

PASSWORD = "not-easy-to-guess"
CLOSED = "Too many sign-ins have failed. Wait a quarter of an hour, or reset the password."


@pytest.fixture
def enter(client):
    def entered(email="alice@tenure.example", password=PASSWORD, address="192.0.2.7"):
        form = {"username": email, "password": password}
        return client.post("/sign-in/", form, REMOTE_ADDR=address)

    return entered


def failures(count, *, email="alice@tenure.example", address=None, at=None):
    for _ in range(count):
        actions.note_failed_sign_in(email=email, address=address, at=at or timezone.now())


def test_eight_failures_close_the_door_even_for_the_right_password(alice, enter):
    for n in range(8):
        assert CLOSED not in enter(password="wrong", address=f"192.0.2.{n}").text

    assert CLOSED in enter(address="192.0.2.99").text
    assert not Deed.objects.filter(code="person.signed_in").exists()


def test_seven_failures_do_not(alice, enter):
    failures(7)

    assert enter().status_code == 302


@pytest.mark.parametrize(
    "written", ["ALICE@tenure.example", " alice@tenure.example", "ａlice@tenure.example"]
)
def test_the_same_address_written_otherwise_is_the_same_door(written, alice, enter):
    for _ in range(8):
        enter(written, "wrong")

    assert CLOSED in enter().text


def test_it_is_closed_for_one_e_mail_and_not_for_the_others(alice, bob, enter):
    failures(8)

    assert enter("bob@tenure.example").status_code == 302


def test_forty_failures_from_one_address_close_it_for_everybody_there(alice, enter):
    for n in range(40):
        failures(1, email=f"guess{n}@x.example", address="192.0.2.7")

    assert CLOSED in enter(address="192.0.2.7").text
    assert enter(address="192.0.2.8").status_code == 302


def test_thirty_nine_do_not(alice, enter):
    for n in range(39):
        failures(1, email=f"guess{n}@x.example", address="192.0.2.7")

    assert enter(address="192.0.2.7").status_code == 302


def test_failures_without_an_address_are_not_one_address(db):
    for n in range(40):
        failures(1, email=f"guess{n}@x.example", at=NOON)

    assert not actions.is_locked_out(email="alice@tenure.example", address=None, at=NOON)


def test_it_opens_again_after_a_quarter_of_an_hour(db):
    failures(8, at=NOON)

    def is_closed_after(minutes):
        at = NOON + timedelta(minutes=minutes)
        return actions.is_locked_out(email="alice@tenure.example", address=None, at=at)

    assert [is_closed_after(minutes) for minutes in (0, 14, 15)] == [True, True, False]


def test_a_closed_door_is_not_pushed_further_shut_by_knocking(alice, enter):
    failures(8)

    enter(password="wrong")

    assert FailedSignIn.objects.count() == 8


def test_whoever_gets_in_starts_again_from_nothing(alice, enter, client):
    failures(7)
    enter()
    client.logout()

    failures(7)
    assert enter().status_code == 302


def test_a_new_password_opens_the_door_as_the_door_says(alice, enter):
    failures(8)

    actions.change_password(person=alice, password="quite-another-one", by=alice, at=timezone.now())

    assert enter(password="quite-another-one").status_code == 302


def test_failures_of_long_ago_are_not_kept(db):
    failures(3, at=NOON)

    failures(1, at=NOON + timedelta(hours=1, minutes=1))

    assert FailedSignIn.objects.count() == 1
