"""Setting a password by mail, through a real mail server."""

import re
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from django.test import Client

from tenure.foundation.audit.models import Deed
from tenure.foundation.mail import mailers
from tenure.people import actions
from tenure.people.tests.test_passwords import NEW, OLD, is_signed_in, sign_in_with
from tests.moments import NOON
from tests.processes import free_port


class Letterbox:
    """What a mail server hands over."""

    def __init__(self):
        self.letters = []

    async def handle_DATA(self, server, session, envelope):
        letter = message_from_bytes(envelope.content, policy=policy.default)
        self.letters.append((envelope.rcpt_tos, letter))
        return "250 Taken"


@pytest.fixture
def letters(settings, tmp_path):
    """The letters that arrive at a real mail server, to which mail leaves as in an installation."""
    box = Letterbox()
    port = free_port()
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    settings.MAILERS = mailers({"TENURE_MAIL_URL": f"smtp://127.0.0.1:{port}"}, tmp_path)
    yield box.letters
    server.stop()


def ask(email="alice@tenure.example", **more):
    return Client().post("/password/reset/", {"email": email}, **more)


def link_in(letter):
    return re.search(r"http://testserver(/password/reset/\S+)", letter.get_content()).group(1)


def set_by(link, password=NEW):
    client = Client()
    form_at = client.get(link, follow=True).redirect_chain
    address = form_at[-1][0] if form_at else link
    form = {"new_password1": password, "new_password2": password}
    return client.post(address, form, follow=True)


def test_a_link_in_a_letter_sets_a_new_password(alice, letters):
    ask()
    ((to, letter),) = letters
    said = set_by(link_in(letter))

    assert (to, letter["Subject"]) == (["alice@tenure.example"], "Set a new password for Tenure")
    assert "Your password is set. Sign in with it." in said.text
    assert is_signed_in(sign_in_with(NEW))


def test_it_works_once(alice, letters):
    ask()
    link = link_in(letters[0][1])
    set_by(link)

    set_by(link, "a-third-password")

    assert not is_signed_in(sign_in_with("a-third-password"))


def test_it_is_told_in_the_trail_and_signs_everybody_out(alice, letters):
    elsewhere = sign_in_with(OLD)
    ask()

    set_by(link_in(letters[0][1]))

    assert Deed.objects.get(code="password.changed").by_name == "Alice"
    assert not is_signed_in(elsewhere)


def test_an_unknown_address_hears_what_a_known_one_hears(alice, letters):
    known, unknown = ask(), ask("nobody@tenure.example")

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [to for to, _ in letters] == [["alice@tenure.example"]]


def test_whose_access_was_taken_gets_no_letter(ada, alice, letters):
    actions.deactivate_person(person=alice, by=ada, at=NOON)

    assert ask().status_code == 302
    assert letters == []


def test_a_letter_goes_to_the_address_that_is_known_and_not_to_the_one_typed(alice, letters):
    ask("ALICE@Tenure.example")

    assert [to for to, _ in letters] == [["alice@tenure.example"]]


def test_a_forged_host_sends_no_letter_with_a_strange_link(alice, letters):
    assert ask(HTTP_HOST="evil.example").status_code == 400
    assert letters == []


def test_a_link_that_was_tampered_with_sets_nothing(alice, letters):
    ask()
    link = link_in(letters[0][1]).rstrip("/")

    set_by(link[:-1] + ("a" if link[-1] != "a" else "b") + "/")

    assert is_signed_in(sign_in_with(OLD))
