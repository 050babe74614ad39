"""A plan is completed while somebody adds to it: no open milestone slips in."""

import json
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.api_client import BASE
from tests.processes import Installation, installation, until

pytestmark = pytest.mark.slow
ADA = "ada@x.example"
CUSTOMER = {"name": "Acme", "email": "a@acme.example", "contractStartDate": "2026-01-31"}
COMPLETE = "update plans_successplan set status = 'COMPLETED' where id = %s"
WAITING = "select exists (select from pg_locks where not granted)"


@pytest.fixture
def served():
    with installation() as made:
        made.run("user", "create", ADA, "--role", "administrator", "--password-stdin",
                 given="not-easy-to-guess")  # fmt: skip
        made.token = made.run("token", "create", ADA).stdout.split()[-1]
        made.serve("--without-jobs")
        yield made


def post(house: Installation, path: str, body: dict) -> tuple[int, dict]:
    request = urllib.request.Request(
        f"{house.url}{BASE}{path}", json.dumps(body).encode(),
        {"Authorization": f"Bearer {house.token}", "Content-Type": "application/json"},
    )  # fmt: skip
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as refused:
        return refused.code, json.loads(refused.read())


def test_who_adds_meanwhile_waits_and_is_refused(served):
    _, customer = post(served, "/customers", CUSTOMER)
    plans = f"/customers/{customer['data']['id']}/success-plans"
    _, plan = post(served, plans, {"title": "Go live", "startDate": "2026-02-01"})
    steps = f"/success-plans/{plan['data']['id']}/milestones"

    with ThreadPoolExecutor(1) as other, served.database() as database:
        with database.transaction():
            database.execute(COMPLETE, [plan["data"]["id"]])
            adding = other.submit(post, served, steps, {"title": "Late", "dueDate": "2026-03-01"})
            until(lambda: database.execute(WAITING).fetchone()[0], "the other waits for the plan")
        status, said = adding.result()

    assert (status, said["error"][:25]) == (409, "“Go live” is completed. M")
