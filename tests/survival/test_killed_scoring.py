"""A scoring run that is killed and started again leaves the rows of one that nobody disturbed."""

import contextlib
import os
import signal
import subprocess
import sys
from subprocess import PIPE

import pytest

from tests.processes import installation, until

pytestmark = pytest.mark.slow
CUSTOMERS = 25_000
SCORE = ("score", "--as-of", "2026-01-31")
HISTORY = """
select c.external_id, recorded_at, score, level, trend, engagement_score, success_score,
    satisfaction_score, financial_score, h.tier, measured, measure_scores, known_until, confidence
from health_healthscore h join customers_customer c on c.id = h.customer_id order by 1, 2
"""
CURRENT = """
select c.external_id, h.score, level, trend, churn_risk, recorded_at, known_until, month_delta,
    headline, confidence
from customers_currenthealth h join customers_customer c on c.id = h.customer_id order by 1
"""
ALERTS = """
select c.external_id, rule, state from alerts_alert a
join customers_customer c on c.id = a.customer_id order by 1, 2
"""


def ask(house, question):
    with house.database() as connection:
        return connection.execute(question).fetchall()


def done(house):
    """Customers that the newest run has been through, and how many runs there are."""
    return ask(house, "select coalesce(max(done), 0), count(*) from health_scoringrun")[0]


@pytest.fixture
def filled():
    """Makes an installation with the same customers in it, whose database stays up."""
    with contextlib.ExitStack() as ends:

        def make():
            house = ends.enter_context(installation())
            told = [sys.executable, "-m", "tests.survival.crowding", str(CUSTOMERS)]
            filling = subprocess.Popen(told, env=house.environ, stdin=PIPE, stdout=PIPE)
            ends.callback(filling.communicate)
            assert filling.stdout.readline() == b"filled\n"
            return house

        yield make


def killed_after(house, before):
    """Score, and kill it once it went on from `before`. Answers how far it had come."""
    process = house.start(*SCORE)
    until(lambda: done(house)[0] > before, "it scores")
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return done(house)[0]


def test_killed_twice_it_comes_to_the_same(filled):
    disturbed, quiet = filled(), filled()
    first = killed_after(disturbed, 0)
    second = killed_after(disturbed, first)
    assert 0 < first < second < CUSTOMERS
    assert len(ask(disturbed, "select 1 from health_healthscore")) == second

    for house in (disturbed, quiet):
        assert house.run(*SCORE).returncode == 0, house.words

    assert done(disturbed) == done(quiet) == (CUSTOMERS, 1)
    for question in (HISTORY, CURRENT, ALERTS):
        told = ask(quiet, question)
        assert told and ask(disturbed, question) == told
