"""A client of the API: requests by token, under the API's own middleware."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from tenure.foundation.rest import limits
from tenure.people.actions import create_token
from tests.moments import NOON
from tests.processes import Installation, installation

BASE = "/api/v1/customer-success"


@dataclass
class Api:
    """Speaks for a person. `last` is the newest answer."""

    client: Client
    token: str
    last: Any = None

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        told: dict[str, Any] = {"headers": {"Authorization": f"Bearer {self.token}"} | headers}
        if body is not None:
            text = body if isinstance(body, str | bytes) else json.dumps(body)
            told |= {"data": text, "content_type": "application/json"}
        self.last = self.client.generic(method, BASE + path, **told)
        return self.last

    def data(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """What a request that succeeds answers in its `data`."""
        answer = self.send(method, path, body, **headers)
        assert answer.status_code in (200, 201), answer.content
        assert answer.json()["success"] is True
        return answer.json()["data"]

    def refusal(self, status: int, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """The problem that a request is answered with."""
        answer = self.send(method, path, body, **headers)
        assert answer.status_code == status, answer.content
        assert answer["Content-Type"] == "application/problem+json"
        said = answer.json()
        assert (said["success"], said["status"], said["error"]) == (False, status, said["detail"])
        return said


@pytest.fixture
def api(settings):
    settings.MIDDLEWARE = settings.API_MIDDLEWARE
    limits.forget()

    def speaks_for(person, **options) -> Api:
        token = create_token(person=person, name="test", by=person, at=NOON, **options)
        return Api(Client(), token)

    return speaks_for


@pytest.fixture
def mona_api(api, mona):
    return api(mona)


@pytest.fixture
def acme_path(acme):
    return f"/customers/{acme.id}"


@pytest.fixture(scope="module")
def served() -> Iterator[Installation]:
    """An installation of a module's own, served over HTTP; `token` is that of a manager."""
    with installation() as made:
        yield begun(made)


@pytest.fixture
def restarted() -> Iterator[Installation]:
    """The same for one test alone, which may kill it."""
    with installation() as made:
        yield begun(made)


def begun(made: Installation) -> Installation:
    made.run("user", "create", "mona@x.example", "--role", "manager", "--password-stdin",
             given="not-easy-to-guess")  # fmt: skip
    made.token = made.run("token", "create", "mona@x.example").stdout.split()[-1]
    made.web = made.serve("--workers", "2")
    return made
