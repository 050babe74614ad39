"""Every address answers each role as it should, and a stranger not at all."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tenure.people.actions import add_person
from tenure.people.roles import CSM
from tests.architecture.who_is_let_in import (
    ABOUT_NOTHING,
    ALLOWED,
    ONLY_POSTED,
    OPEN,
)
from tests.moments import NOON


def addresses(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    for part in (resolver or get_resolver()).url_patterns:
        if isinstance(part, URLPattern):
            yield part
        elif part.namespace not in ("admin", "api"):  # the API's have tests of their own
            yield from addresses(part)


NAMES = sorted(str(address.name) for address in addresses())


@pytest.fixture
def cast(ada, mona, alice, bob, erin, carl):
    return {"ada": ada, "mona": mona, "alice": alice, "bob": bob, "erin": erin, "carl": carl}


@pytest.fixture
def address_of(acme, ada):
    """The address of a name, about Acme, about a newcomer, or about an import that is not there."""
    newcomer = add_person(
        email="new@tenure.example", name="New", role=CSM, password=None, by=ada, at=NOON
    )
    known = {
        "customer_id": acme.id, "person_id": newcomer.id, "import_id": uuid4(), "code": "usage",
        "kind": "usage", "uidb64": "x", "token": "x", "token_id": uuid4(),
        **{f"{thing}_id": uuid4() for thing in ("backtest", "alert", "task", "touchpoint", "case", "opportunity", "contract", "review", "request", "favour", "group", "plan", "objective", "milestone", "change")},
        "draft_id": uuid4(), "measure_id": uuid4(), "number": 1, "name": "file",
    }  # fmt: skip

    def made(name: str) -> str:
        pattern = next(address for address in addresses() if address.name == name).pattern
        return reverse(name, kwargs={part: known[part] for part in pattern.converters})

    return made


def test_every_address_is_in_the_table():
    assert set(NAMES) == OPEN | ALLOWED.keys()


@pytest.mark.parametrize("name", sorted(ALLOWED))
def test_a_stranger_is_asked_to_sign_in(client, address_of, name):
    address = address_of(name)

    for answer in (client.get(address), client.post(address)):
        assert answer.status_code == 302
        assert answer["Location"].startswith("/sign-in/")


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(ALLOWED))
def test_each_role_gets_what_it_may(cast, sign_in, address_of, name):
    address = address_of(name)
    for who, person in cast.items():
        client = sign_in(person)
        status = (client.post if name in ONLY_POSTED else client.get)(address).status_code
        is_let_in = status in (200, 302) or (status in (404, 422) and name in ABOUT_NOTHING)
        assert is_let_in == (who in ALLOWED[name]), f"{who} at {name}: {status}"


@pytest.mark.parametrize("name", sorted(OPEN))
def test_what_is_open_answers_strangers(client, address_of, name):
    answer = client.post(address_of(name)) if name in ONLY_POSTED else client.get(address_of(name))

    assert answer.status_code in (200, 302)


@pytest.mark.parametrize("who", ["mona", "alice", "erin", "carl"])
def test_the_admin_is_for_administrators(cast, sign_in, who):
    answer = sign_in(cast[who]).get("/admin/")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/login/")


def test_administrators_see_the_admin(ada, sign_in):
    assert sign_in(ada).get("/admin/").status_code == 200


def test_a_csm_may_not_change_a_customer_of_another_book(bob, acme, sign_in):
    answer = sign_in(bob).post(f"/customers/{acme.id}/edit/", {"name": "Bob was here"})

    acme.refresh_from_db()
    assert (answer.status_code, acme.name) == (403, "Acme")


def test_who_was_let_go_is_a_stranger(erin, sign_in):
    client = sign_in(erin)
    type(erin).objects.filter(id=erin.id).update(is_active=False)

    assert client.get("/customers/").status_code == 302
