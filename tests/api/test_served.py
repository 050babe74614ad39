"""The API as programs meet it: served, over HTTP, many at once, and killed in between."""

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.processes import Installation, until

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("served api")]
SECONDS_OF_QUESTIONS = os.environ.get("TENURE_SCHEMA_SECONDS", "60")
NEW = {"name": "Globex", "email": "hi@globex.example", "contractStartDate": "2026-01-31"}


def ask(house: Installation, method: str, path: str, body=None, **headers: str) -> tuple[int, dict]:
    told = {"Authorization": f"Bearer {house.token}", "Content-Type": "application/json"} | headers
    request = urllib.request.Request(
        f"{house.url}/api/v1/customer-success{path}", method=method, headers=told,
        data=None if body is None else json.dumps(body).encode(),
    )  # fmt: skip
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as refused:
        return refused.code, json.loads(refused.read())


def patiently(house: Installation, *told, **headers: str) -> tuple[int, dict]:
    """Asks again while nobody answers, as a program with retries does."""
    answers: list[tuple[int, dict]] = []

    def is_answered() -> bool:
        try:
            answers.append(ask(house, *told, **headers))
        except (OSError, ValueError):
            return False
        return answers[-1][0] != 503

    until(is_answered, "somebody answers")
    return answers[-1]


def test_it_answers_over_http(served):
    status, said = ask(served, "POST", "/customers", NEW)

    assert (status, said["data"]["name"]) == (201, "Globex")
    assert ask(served, "GET", f"/customers/{said['data']['id']}")[0] == 200
    assert ask(served, "GET", "/nowhere")[0] == 404


def test_the_schema_holds_whatever_is_sent(served):
    """Schemathesis sends what the schema allows and what it does not, and follows its links."""
    program = Path(sys.executable).parent / "schemathesis"
    done = subprocess.run(
        [program, "--config-file", Path(__file__).with_name("schemathesis.toml"), "run",
         f"{served.url}/api/v1/customer-success/openapi.json", "--checks", "all", "--exclude-checks", "use_after_free",
         "-H", f"Authorization: Bearer {served.token}", "--max-time", SECONDS_OF_QUESTIONS,
         "--seed", "2026"],
        capture_output=True, text=True, cwd=served.place,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout[-20_000:]


def test_requests_with_one_key_that_arrive_at_once_do_it_once(served):
    with ThreadPoolExecutor(16) as crowd:
        answers = list(
            crowd.map(
                lambda _: ask(served, "POST", "/customers", NEW, **{"Idempotency-Key": "at-once"}),
                range(48),
            )
        )

    assert {status for status, _ in answers} == {201}
    assert len({said["data"]["id"] for _, said in answers}) == 1


def test_runs_that_are_asked_for_at_once_are_few_and_none_is_refused(served):
    for _ in range(5):
        with ThreadPoolExecutor(16) as crowd:
            answers = list(crowd.map(lambda _: ask(served, "POST", "/health-runs"), range(32)))
        assert {status for status, _ in answers} == {201}


def test_nothing_is_lost_or_doubled_when_it_is_killed_in_the_middle(served):
    before = ask(served, "GET", "/statistics")[1]["data"]["totalCustomers"]
    with ThreadPoolExecutor(16) as crowd:
        asked = [
            crowd.submit(
                patiently, served, "POST", "/customers", NEW, **{"Idempotency-Key": f"killed-{n}"}
            )
            for n in range(400)
        ]
        until(lambda: sum(one.done() for one in asked) >= 100, "a quarter is done")
        os.kill(served.web.pid, signal.SIGKILL)
        served.web.wait()
        served.web = served.serve("--workers", "2")
        answers = [one.result() for one in asked]

    assert {status for status, _ in answers} == {201}
    assert len({said["data"]["id"] for _, said in answers}) == 400
    assert ask(served, "GET", "/statistics")[1]["data"]["totalCustomers"] == before + 400
