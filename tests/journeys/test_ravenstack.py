"""The main job on data that nobody here made: RavenStack imported, scored, looked at."""

import json
import re
from collections import Counter
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import pytest

from tests.processes import Installation, installation
from tests.real_data import RAVENSTACK, needs_ravenstack

pytestmark = [
    pytest.mark.slow,
    pytest.mark.real_data,
    pytest.mark.xdist_group("ravenstack"),
    needs_ravenstack,
]
EMAIL, PASSWORD = "mona@tenure.example", "not-easy-to-guess"
ROWS = {
    "ravenstack_accounts.csv": 500,
    "ravenstack_subscriptions.csv": 5000,
    "ravenstack_feature_usage.csv": 25000,
    "ravenstack_support_tickets.csv": 2000,
    "ravenstack_churn_events.csv": 600,
}

# Counted in the files themselves, without Tenure.
FINDINGS = {
    "usage_before_contract": 19142,
    "usage_after_contract": 290,
    "churn_event_but_current": 277,
    "churned_with_running_contract": 110,
    "churned_without_event": 35,
    "usage_id_twice": 21,
}


def bring_in(house: Installation, *more: str) -> dict[str, list[dict]]:
    files = [str(file) for file in sorted(RAVENSTACK.glob("*.csv"))]
    told = house.run(
        "import", *files, "--mapping", "ravenstack", "--refused-to", str(house.place), "--json", *more
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)


def by_file(told: dict[str, list[dict]]) -> dict[str, dict]:
    return {file["file"]: file for file in told["files"]}


@pytest.fixture(scope="module")
def house():
    with installation() as made:
        made.tried = by_file(bring_in(made, "--dry-run"))
        told = bring_in(made)
        made.first, made.findings = by_file(told), told["findings"]
        made.again = by_file(bring_in(made))
        made.scored = json.loads(made.run("score", "--json").stdout)
        made.run("user", "create", EMAIL, "--role", "manager", "--password-stdin", given=PASSWORD)
        made.serve("--without-jobs")
        yield made


def signed_in(house: Installation) -> OpenerDirector:
    """A browser of sorts that is signed in."""
    portal = build_opener(HTTPCookieProcessor())
    page = portal.open(f"{house.url}/sign-in/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    told = {"username": EMAIL, "password": PASSWORD, "csrfmiddlewaretoken": token}
    portal.open(f"{house.url}/sign-in/", urlencode(told).encode())
    return portal


def test_every_row_is_read_and_accounted_for(house):
    assert {name: file["rows"] for name, file in house.first.items()} == ROWS
    for file in house.first.values():
        parts = ("created", "changed", "unchanged", "refused")
        assert sum(file[part] for part in parts) == file["rows"]


def test_the_dry_run_counted_the_same_rows(house):
    accounts = "ravenstack_accounts.csv"

    assert house.tried[accounts]["created"] == house.first[accounts]["created"] == 500


def test_a_second_time_nothing_changes(house):
    assert {name: (f["created"], f["changed"]) for name, f in house.again.items()} == dict.fromkeys(
        ROWS, (0, 0)
    )


def test_what_the_data_says_twice_and_differently_is_found(house):
    assert {finding["code"]: finding["count"] for finding in house.findings} == FINDINGS


def test_everybody_is_scored_and_the_levels_spread(house):
    with house.database() as database:
        levels = Counter(
            level for (level,) in database.execute("select level from customers_currenthealth")
        )

    assert levels == {"POOR": 9, "FAIR": 163, "GOOD": 328}


def test_scoring_again_adds_nothing(house):
    again = json.loads(house.run("score", "--json").stdout)

    assert again["scored"] == 0


def test_the_list_and_a_customers_page_show_it(house):
    portal = signed_in(house)

    shown = portal.open(f"{house.url}/customers/?csm=all&sort=health").read().decode()
    assert re.search(r"Poor.*?9", shown, re.DOTALL)
    (first, *_) = re.findall(r"/customers/[0-9a-f-]{36}/", shown)
    page = portal.open(house.url + first).read().decode()
    assert "Poor" in page
    assert "Engagement" in page


def test_nothing_is_lost_of_what_the_source_says(house):
    with house.database() as database:
        (facts,) = database.execute(
            "select source_facts from customers_customer where source_facts is not null limit 1"
        ).fetchone()

    assert facts


def test_the_backtest_says_that_nothing_here_foretells_who_leaves(house):
    report = json.loads(house.run("proof", "--json").stdout)
    later, ranking, tiers = report["later"], report["ranking"], report["tiers"]

    assert ranking["leavers"] >= 100
    assert ranking["low"] <= 0.5 <= ranking["high"]
    assert later["looks"] == ranking["looks"] == sum(tier["ranking"]["looks"] for tier in tiers)
    assert later["looksBeforeLeaving"] == sum(level["left"] for level in report["levels"])
    tested = [one for one in report["leavings"] if one["isTested"]]
    caught = [one for one in tested if one["flaggedSince"]]
    assert report["flagged"]["leavings"] == len(tested) >= ranking["leavers"]
    assert report["flagged"]["caught"] == len(caught)
