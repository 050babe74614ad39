"""The pages of proof: the newest report, what is under way, and what was found before."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tenure.programme.in_force import scorecard
from tenure.proof import actions, running
from tenure.proof.models import Backtest
from tests.moments import NOON

MOST_QUERIES = 12


@pytest.fixture
def done(portfolio, mona):
    asked = actions.ask_backtest(card=scorecard(), by=mona, at=NOON)
    return running.run_backtest(backtest_id=asked.id, at=NOON)


def shown(client, address: str = "/health/proof/", **more) -> str:
    answer = client.get(address, **more)
    assert answer.status_code == 200
    return answer.content.decode()


def test_before_the_first_one_the_page_says_what_to_do(mona, erin, sign_in):
    assert "Run the first one above" in shown(sign_in(mona))
    assert "Run the first one above" not in shown(sign_in(erin))


def test_a_manager_asks_and_sees_it_under_way(mona, sign_in):
    client = sign_in(mona)
    answer = client.post("/health/proof/ask/", {"horizon": "60"})

    assert (answer.status_code, Backtest.objects.get().horizon_days) == (302, 60)
    page = shown(client)
    assert "The backtest is about to begin" in page
    assert 'hx-trigger="every 1s"' in page


def test_the_answer_to_asking_again_is_the_state_alone(mona, sign_in):
    client = sign_in(mona)
    client.post("/health/proof/ask/", {"horizon": "60"})
    Backtest.objects.update(state="RUNNING", steps=500, steps_done=120)

    part = shown(client, headers={"HX-Request": "true"})

    assert part.strip().startswith('<div id="state"')
    assert "120 of 500 customers" in part


def test_when_it_is_done_the_page_comes_anew(done, mona, sign_in):
    answer = sign_in(mona).get("/health/proof/", headers={"HX-Request": "true"})

    assert answer.headers["HX-Refresh"] == "true"


def test_an_executive_may_look_and_not_ask(done, erin, sign_in):
    client = sign_in(erin)

    assert "Run a backtest" not in shown(client)
    assert client.post("/health/proof/ask/", {"horizon": "90"}).status_code == 403
    assert Backtest.objects.count() == 1


def test_nonsense_is_not_asked(mona, sign_in):
    sign_in(mona).post("/health/proof/ask/", {"horizon": "8"})

    assert not Backtest.objects.exists()


def test_the_report_says_its_doubt_first(done, mona, sign_in):
    page = shown(sign_in(mona))

    assert "1 customer left in the test period: too few to tell." in page
    assert page.index("too few to tell") < page.index("Who is found first")


def test_who_left_leads_to_its_autopsy(done, portfolio, mona, sign_in):
    assert f'/customers/{portfolio[0].id}/autopsy/">Customer 0</a>' in shown(sign_in(mona))


def test_every_figure_leads_to_its_definition(done, mona, sign_in):
    page = shown(sign_in(mona))

    for anchor in ("auc", "lift", "lost", "lead", "false"):
        assert f'href="#{anchor}"' in page
        assert f'id="{anchor}"' in page


def test_an_older_report_has_its_own_address(done, mona, sign_in):
    actions.ask_backtest(card=scorecard(), horizon_days=30, by=mona, at=NOON)
    client = sign_in(mona)

    assert "The backtest is about to begin" in shown(client)
    assert "too few to tell" in shown(client)
    assert "about to begin" not in shown(client, f"/health/proof/{done.id}/")


def test_a_failed_one_says_so_and_the_last_report_stays(done, mona, sign_in):
    Backtest.objects.create(
        by=mona, scorecard_version="v", definition={}, horizon_days=90, state="FAILED",
        problem="Something went wrong.", created_at=NOON + timedelta(hours=1),
    )  # fmt: skip
    page = shown(sign_in(mona))

    assert "failed. Something went wrong." in page
    assert "too few to tell" in page


def test_the_page_asks_the_database_little(done, mona, sign_in):
    client = sign_in(mona)
    with CaptureQueriesContext(connection) as asked:
        shown(client)

    assert len(asked) <= MOST_QUERIES
