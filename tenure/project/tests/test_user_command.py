"""`tenure user`: giving people access from the command line, and taking it."""

import pytest

from tenure.foundation.audit.models import Deed
from tenure.people.models import Person

pytestmark = pytest.mark.django_db
INES = "ines.moreau@tenure.example"
GOOD = "not-easy-to-guess"


@pytest.mark.parametrize("role", ["administrator", "manager", "csm", "executive"])
def test_it_gives_access_in_each_role(tell, role):
    said = tell("user", "create", INES, "--role", role)

    assert said.code == 0
    assert f"Ines Moreau <{INES}> now has access as {role}." in said.words
    assert Person.objects.get().role == role


def test_the_password_comes_in_on_standard_input(tell):
    said = tell("user", "create", INES, "--role", "csm", "--password-stdin", given=GOOD + "\n")

    assert Person.objects.get().check_password(GOOD)
    assert GOOD not in said.words + said.complaint


def test_without_a_password_one_is_made_and_shown_once(tell):
    said = tell("user", "create", INES, "--role", "csm", "--name", "Ines")
    password = said.words.splitlines()[-1].removeprefix("Password: ")

    assert len(password) == 16
    assert Person.objects.get(name="Ines").check_password(password)


def test_it_answers_in_json(tell):
    told = ("user", "create", INES, "--role", "csm", "--json", "--password-stdin")

    assert tell(*told, given=GOOD).json == {
        "id": str(Person.objects.get().id),
        "email": INES,
        "name": "Ines Moreau",
        "role": "csm",
    }


def test_it_is_signed_by_whoever_types(tell, monkeypatch):
    monkeypatch.setenv("LOGNAME", "root")
    tell("user", "create", INES, "--role", "csm")

    assert Deed.objects.get(code="person.added").by_name == "root (command line)"


@pytest.mark.parametrize(
    ("email", "password", "field", "words"),
    [
        ("ALICE@tenure.example", GOOD, "email", "already has access"),
        ("nowhere", GOOD, "email", "“nowhere” is no e-mail address."),
        (INES, "short", "password", "at least 10 characters"),
        (INES, "1234567890123", "password", "entirely numeric"),
        (INES, "", "password", "No password came in on standard input."),
    ],
)
def test_a_refusal_names_the_field_and_adds_nobody(tell, alice, email, password, field, words):
    told = ("user", "create", email, "--role", "csm", "--password-stdin", "--json")
    said = tell(*told, given=password + "\n")

    assert (said.code, list(said.json["fields"])) == (1, [field])
    assert words in said.json["error"]
    assert Person.objects.count() == 1


def test_a_refusal_without_json_is_said_on_the_error_stream(tell, alice):
    said = tell("user", "create", alice.email, "--role", "csm")

    assert (said.code, said.words) == (1, "")
    assert said.complaint == "alice@tenure.example already has access.\n"


def test_a_role_that_is_none_is_not_understood(tell):
    assert tell("user", "create", INES, "--role", "boss").code == 2
    assert tell("user", "create", INES).code == 2
    assert not Person.objects.exists()


def test_the_list_shows_who_has_access_and_who_has_not(tell, alice, mona):
    assert tell("user", "deactivate", "alice@tenure.example").code == 0

    lines = tell("user", "list").words.splitlines()
    assert [line.split()[:3] for line in lines] == [
        ["alice@tenure.example", "csm", "Alice"],
        ["mona@tenure.example", "manager", "Mona"],
    ]
    assert lines[0].endswith("(no access any more)")
    assert [person["is_active"] for person in tell("user", "list", "--json").json] == [False, True]


def test_a_password_is_changed(tell, alice):
    told = ("user", "password", "ALICE@tenure.example", "--password-stdin")
    said = tell(*told, given="another-good-one\n")

    alice.refresh_from_db()
    assert said.words == "Alice has a new password.\n"
    assert alice.check_password("another-good-one")


@pytest.mark.parametrize("command", ["password", "deactivate"])
def test_somebody_unknown_is_refused(tell, command):
    said = tell("user", command, "nobody@tenure.example", given=f"{GOOD}\n{GOOD}\n")

    assert said.code == 1
    assert "Nobody here has the address nobody@tenure.example." in said.complaint


def test_the_last_administrator_keeps_access(tell, ada):
    said = tell("user", "deactivate", ada.email)

    ada.refresh_from_db()
    assert (said.code, ada.is_active) == (1, True)
    assert "Ada is the last administrator" in said.complaint
