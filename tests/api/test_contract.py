"""Every route over HTTP, on the embedded database and on a server of the user's: it succeeds as it
is described, with every field, and refuses as it is described."""

import json
import re
from uuid import uuid4

import pytest

from tenure.foundation.database.access import connection_parameters
from tests.api.calls import CALLS, MADE_FIRST, Call, World
from tests.api.calls_of_growth import find_growth
from tests.api.conftest import begun
from tests.api.documented import DOCUMENT, assert_described, operation
from tests.processes import installation

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("served api")]
WRITES = [call for call in CALLS if call.writes]
WITH_BODY = [call for call in CALLS if call.body is not None]
OF_ONE = [call for call in CALLS if "{" in call.path]


@pytest.fixture(scope="module", params=["embedded database", "server of the user's"])
def world(request):
    with installation() as house, installation() as theirs:
        if request.param != "embedded database":
            theirs.serve("--without-jobs")
            told = connection_parameters(theirs.folder)
            url = "postgresql://{user}:{password}@/{dbname}?host={host}&port={port}"
            house.environ["DATABASE_URL"] = url.format(**told)
            assert house.run("migrate").returncode == 0
        begun(house)
        told = house.run("token", "create", "mona@x.example", "--read-only")
        found = World(house, told.stdout.split()[-1])
        for name, (path, body) in MADE_FIRST.items():
            status, said, _ = found.send(Call("POST", path), body)
            assert status == 201, said
            found.made[name] = said["data"]["id"]
        score_badly(found)
        outgrow(found)
        find_growth(found, "pursued", "won", "lost", "dismissed", "dropped")
        found.send(Call("POST", "/opportunities/{dropped}/dismiss"), {"note": "Too early"})
        yield found


def score_badly(world) -> None:
    """What is known of the customer is computed into a score that opens an alert."""
    world.send(Call("PUT", "/customers/{customer}/profile"), {"latestNPS": -90})
    assert world.house.run("score").returncode == 0
    _, said, _ = world.send(Call("GET", "/alerts?customerId={customer}"))
    world.made["alert"] = said["data"][0]["id"]


def outgrow(world) -> None:
    """A customer that was put into a lower tier than its value's, and no longer is."""
    tier = "/customers/{moving}/tier"
    world.send(Call("PUT", tier), {"tier": "TRIAL", "reason": "To begin with"})
    world.send(Call("DELETE", tier))
    _, said, _ = world.send(Call("GET", "/tier-changes?customerId={moving}&state=PROPOSED"))
    world.made["change"] = said["data"][0]["id"]


def test_every_route_of_the_document_is_called():
    operations = [one["operationId"] for ms in DOCUMENT["paths"].values() for one in ms.values()]

    assert sorted(operations) == sorted(operation(call)["operationId"] for call in CALLS)


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_it_answers_as_described_with_every_field(world, call):
    status, said, headers = world.send(call, call.body)

    assert (status, said["success"]) == (call.status, True)
    assert headers["RateLimit"]
    assert_described(call, status, said)


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_a_stranger_is_refused(world, call):
    assert refused(world, call, 401, call.body, token="tnr_nobody")["errors"] == []


@pytest.mark.parametrize("call", WRITES, ids=str)
def test_a_token_that_may_only_read_writes_nothing(world, call):
    refused(world, call, 403, call.body, token=world.read_only)


@pytest.mark.parametrize("call", OF_ONE, ids=str)
def test_what_is_not_there_is_not_found(world, call):
    nobody = Call(call.method, re.sub(r"\{\w+\}", str(uuid4()), call.path))
    refused(world, nobody, 404, call.body, of=call)


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_a_parameter_that_is_not_known_is_named(world, call):
    more = "&" if "?" in call.path else "?"
    misspelt = Call(call.method, f"{call.path}{more}limmit=5")
    said = refused(world, misspelt, 422, call.body, of=call)

    assert [one["field"] for one in said["errors"]] == ["limmit"]


@pytest.mark.parametrize("call", WITH_BODY, ids=str)
def test_a_field_that_is_not_known_is_named(world, call):
    said = refused(world, call, 422, call.body | {"noSuchField": 1})

    assert [one["field"] for one in said["errors"]] == ["noSuchField"]


@pytest.mark.parametrize("call", WITH_BODY, ids=str)
def test_a_body_that_is_not_what_it_says_is_refused(world, call):
    refused(world, call, 400, '{"name": NaN}')
    refused(world, call, 400, b'{"name": "\xff"}')
    refused(world, call, 415, json.dumps(call.body), **{"Content-Type": "text/plain"})
    refused(world, call, 413, b" " * (1024 * 1024 + 1))


@pytest.mark.parametrize("call", [c for c in WRITES if c.method == "PUT"], ids=str)
def test_a_change_of_what_somebody_changed_is_refused(world, call):
    refused(world, call, 412, call.body, **{"If-Match": '"5e1"'})


@pytest.mark.parametrize("call", [c for c in WRITES if c.method == "POST"], ids=str)
def test_a_key_that_was_used_for_something_else_is_refused(world, call):
    key = {"Idempotency-Key": f"{call.path}-{uuid4()}"}
    world.send(call, call.body, **key)

    refused(world, call, 409, json.dumps(call.body, indent=1), **key)


def refused(world, call, wanted, body=None, *, of=None, token=None, **headers):
    """The problem that a call is answered with, as the document describes it."""
    status, said, told = world.send(call, body, token, **headers)
    assert (status, said["success"], said["status"]) == (wanted, False, wanted), said
    assert told["Content-Type"] == "application/problem+json"
    assert_described(of or call, status, said)
    return said
