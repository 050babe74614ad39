"""How mail leaves: what the address of a mail server means, and where letters go without one."""

from pathlib import Path

import pytest
from django.core.mail import EmailMessage

from tenure.foundation.mail import mailers
from tenure.foundation.refusals import Unavailable

OUTBOX = Path("outbox")


def options(url):
    return mailers({"TENURE_MAIL_URL": url}, OUTBOX)["default"]["OPTIONS"]


def test_without_a_server_letters_stay_in_the_outbox(settings, tmp_path):
    settings.MAILERS = mailers({}, tmp_path)

    EmailMessage("Hello", "Dear Zoe", "tenure@x.example", ["zoe@x.example"]).send()

    (letter,) = tmp_path.iterdir()
    assert "To: zoe@x.example" in letter.read_text()
    assert "Dear Zoe" in letter.read_text()


def test_a_server_with_a_name_and_a_password_is_spoken_to_in_secret():
    told = options("smtp://post%40x.example:p%2Fw%3A1@mail.x.example")

    assert (told["host"], told["port"]) == ("mail.x.example", 587)
    assert (told["username"], told["password"]) == ("post@x.example", "p/w:1")
    assert (told["use_tls"], told["use_ssl"]) == (True, False)


def test_smtps_is_secret_from_the_start():
    told = options("smtps://post:secret@mail.x.example")

    assert (told["port"], told["use_tls"], told["use_ssl"]) == (465, False, True)


def test_a_server_on_this_machine_needs_neither():
    told = options("smtp://localhost:2525")

    assert (told["host"], told["port"], told["username"]) == ("localhost", 2525, "")
    assert (told["use_tls"], told["use_ssl"]) == (False, False)


@pytest.mark.parametrize(
    "url",
    [
        "mail.x.example",
        "smtp://",
        "http://mail.x.example",
        "smtp:mail",
        "smtp://h:no-port",
        "smtp://[::1",
    ],
)
def test_an_address_that_is_none_is_said_with_an_example(url):
    with pytest.raises(Unavailable, match="It looks like smtp://user:password@host:587"):
        options(url)


def test_a_password_in_an_address_that_is_none_is_not_repeated():
    with pytest.raises(Unavailable) as refusal:
        options("http://post:my-secret@mail.x.example")

    assert "my-secret" not in refusal.value.message
