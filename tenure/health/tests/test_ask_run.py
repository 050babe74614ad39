"""Asking for a scoring run: once, however often it is asked for; done by the background."""

from datetime import timedelta

import pytest

from tenure.customers import actions as customers
from tenure.foundation.audit.models import Deed
from tenure.health import actions, asking
from tenure.health.models import HealthScore, ScoringRun
from tests.moments import NOON


@pytest.fixture
def acme(mona):
    return customers.create_customer(
        fields={"name": "Acme"}, profile={"renewal_intent_percent": 40}, by=mona, at=NOON
    )


def ask(by, at=NOON):
    return asking.ask_run(by=by, at=at)


def test_it_waits_for_the_background_and_is_told_in_the_trail(acme, mona):
    run = ask(mona)

    assert (run.is_running, run.done, run.customers, run.asked_by) == (True, 0, 1, "Mona")
    assert Deed.objects.filter(code="scoring_run.asked").count() == 1
    assert not HealthScore.objects.exists()


def test_asked_twice_it_is_one_run_and_one_line_of_the_trail(acme, mona, alice):
    assert ask(mona).id == ask(alice, NOON + timedelta(minutes=5)).id
    assert Deed.objects.filter(code="scoring_run.asked").count() == 1


def test_who_scores_next_does_the_run_that_waits(acme, mona):
    run = ask(mona)
    actions.score_all_customers(by=mona, at=NOON + timedelta(minutes=1))

    done = ScoringRun.objects.get()
    assert (done.id, done.scored, done.is_running) == (run.id, 1, False)
    assert HealthScore.objects.get().recorded_at == NOON


def test_after_one_is_done_another_may_be_asked_for(acme, mona):
    first = ask(mona)
    actions.score_all_customers(by=mona, at=NOON)

    assert ask(mona, NOON + timedelta(hours=1)).id != first.id


def test_one_that_waited_since_yesterday_is_given_up(acme, mona):
    first = ask(mona)
    second = ask(mona, NOON + timedelta(days=1))

    first.refresh_from_db()
    assert (first.is_running, first.finished_at) == (False, None)
    assert second.is_running
