"""Calling the API in tests as programs do: with a token of somebody's, through the API's middleware.

from tests.api_client import api  # a fixture

def test_…(api, alice, acme):
    answer = api(alice).post(f"/customers/{acme.id}/success-plans", {"title": …})
"""

from typing import Any

import pytest
from django.conf import settings as project
from django.test import Client

from tenure.people import actions
from tenure.people.models import Person
from tests.moments import NOON

BASE = "/api/v1/customer-success"


class ApiClient:
    """A program that calls with one token. A path is one below the API's; a body is sent as JSON."""

    def __init__(self, token: str = "") -> None:
        self.client = Client(headers={"Authorization": f"Bearer {token}"} if token else {})

    def get(self, path: str, **query: Any):
        return self.client.get(BASE + path, query)

    def post(self, path: str, body: Any, **headers: str):
        return self._send(self.client.post, path, body, headers)

    def put(self, path: str, body: Any, **headers: str):
        return self._send(self.client.put, path, body, headers)

    def delete(self, path: str):
        return self.client.delete(BASE + path)

    def _send(self, send: Any, path: str, body: Any, headers: dict[str, str]):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return send(BASE + path, body, content_type="application/json", headers=named)


@pytest.fixture
def api(settings, db):
    """Answers a client for somebody: `api(alice).get("/customers")`, `api(alice, may_write=False)`;
    `api()` has no token."""
    settings.MIDDLEWARE = project.API_MIDDLEWARE

    def client_of(person: Person | None = None, **token: Any) -> ApiClient:
        if person is None:
            return ApiClient()
        made = actions.create_token(person=person, name="test", by=person, at=NOON, **token)
        return ApiClient(made)

    return client_of


def errors_in(answer: Any) -> dict[str, str]:
    """By name on the wire what is the matter with each field."""
    return {trouble["field"]: trouble["message"] for trouble in answer.json()["errors"]}
