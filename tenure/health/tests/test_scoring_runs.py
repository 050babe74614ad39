"""A run over everybody: one at a time, and going on where it was cut off."""

from datetime import timedelta

import psycopg
import pytest
from django.db import connection

from tenure.customers import actions as customers
from tenure.customers.models import Customer
from tenure.health import actions, runs
from tenure.health.models import HealthScore, ScoringRun
from tests.moments import NOON


class CutOff(BaseException):
    """Stands for a process that ends half-way."""


@pytest.fixture
def seven(mona, monkeypatch):
    """Seven customers of whom something is known, scored two at a time."""
    monkeypatch.setattr(runs, "CUSTOMERS_AT_ONCE", 2)
    for n in range(7):
        profile = {"renewal_intent_percent": 10 * n}
        customers.create_customer(fields={"name": f"C{n}"}, profile=profile, by=mona, at=NOON)


def score(by, at=NOON, **told):
    return actions.score_all_customers(by=by, at=at, **told)


def test_a_run_scores_everybody_and_says_so(seven, mona):
    seen = []
    outcome = score(mona, progress=seen.append)

    run = ScoringRun.objects.get()
    assert (outcome.scored, run.scored, run.done, run.is_running) == (7, 7, 7, False)
    assert seen == [0, 2, 4, 6, 7]


def cut_off(mona, after):
    def stop(done):
        if done == after:
            raise CutOff

    with pytest.raises(CutOff):
        score(mona, progress=stop)


def test_a_run_that_was_cut_off_goes_on_where_it_stopped(seven, mona):
    cut_off(mona, 4)
    assert HealthScore.objects.count() == 4

    outcome = score(mona, NOON + timedelta(hours=1))

    assert (outcome.scored, outcome.unchanged) == (7, 0)
    assert set(HealthScore.objects.values_list("recorded_at", flat=True)) == {NOON}
    assert ScoringRun.objects.count() == 1


def test_its_rows_are_those_of_an_undisturbed_run(seven, mona):
    cut_off(mona, 2)
    score(mona)
    disturbed = set(HealthScore.objects.values_list("customer__name", "score", "confidence"))

    expected = {(f"C{n}", 10 * n) for n in range(7)}
    assert {(name, points) for name, points, _ in disturbed} == expected
    assert len(disturbed) == HealthScore.objects.count() == 7


def test_one_of_yesterday_is_given_up(seven, mona):
    cut_off(mona, 2)
    score(mona, NOON + timedelta(days=1))

    old, new = ScoringRun.objects.order_by("at")
    assert (old.finished_at, old.done, old.is_running) == (None, 2, False)
    assert (new.done, new.is_running) == (7, False)


def test_while_somebody_scores_nobody_else_does(seven, mona):
    told = connection.get_connection_params()
    kept = {
        name: told[name] for name in ("dbname", "user", "password", "host", "port") if name in told
    }
    with psycopg.connect(**kept) as other:
        other.execute(f"select pg_advisory_lock({runs.LOCK})")
        with pytest.raises(runs.ScoredAlready):
            score(mona)

    assert not ScoringRun.objects.exists()


def test_a_customer_that_is_scored_alone_is_no_run(seven, mona):
    actions.score_customer(customer=Customer.objects.first(), by=mona, at=NOON)

    assert not ScoringRun.objects.exists()


def test_the_page_tells_and_the_button_asks(client, seven, mona):
    score(mona)
    client.force_login(mona)

    assert "Mona" in client.get("/health/runs/").content.decode()
    assert client.post("/health/runs/start/").status_code == 302
    assert client.post("/health/runs/start/").status_code == 302  # asked twice
