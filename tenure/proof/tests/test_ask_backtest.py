"""Asking for a backtest: it is asked once, runs to its end however often it is begun, and its report
is kept."""

import msgspec
import pytest
from django.db import connection

from tenure.foundation.audit.models import Deed
from tenure.foundation.refusals import Invalid
from tenure.programme.in_force import scorecard
from tenure.proof import actions, running
from tenure.proof.models import Backtest
from tests.moments import NOON


@pytest.fixture
def ask(mona):
    def asked(**more) -> Backtest:
        return actions.ask_backtest(card=scorecard(), by=mona, at=NOON, **more)

    return asked


@pytest.fixture
def run(ask):
    def ran(**more) -> Backtest:
        return running.run_backtest(backtest_id=ask(**more).id, at=NOON)

    return ran


def jobs() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_jobs where task_name = 'proof.backtest'")
        return cursor.fetchone()[0]


def test_asking_is_a_deed_and_a_job(ask):
    backtest = ask()

    assert (backtest.is_busy, backtest.horizon_days, jobs()) == (True, 90, 1)
    deed = Deed.objects.get(code="backtest.asked")
    assert (deed.by_name, deed.details["days"]) == ("Mona", 90)


def test_a_second_click_finds_it_under_way(ask):
    first = ask()

    assert ask().id == first.id
    assert (Backtest.objects.count(), jobs()) == (1, 1)
    assert Deed.objects.filter(code="backtest.asked").count() == 1


def test_another_horizon_is_another_backtest(ask):
    ask()
    ask(horizon_days=30)

    assert Backtest.objects.count() == 2


def test_a_horizon_of_a_day_is_refused(ask):
    with pytest.raises(Invalid, match="between 7 and 365 days"):
        ask(horizon_days=1)

    assert not Backtest.objects.exists()


def test_it_finds_who_left_and_that_it_showed(portfolio, run):
    report = running.report_of(run())

    assert (report.later.customers, report.ranking.leavers) == (10, 1)
    assert report.ranking.auc == 1.0
    (leaving,) = report.leavings
    assert (leaving.customer_id, leaving.value) == (portfolio[0].id, 10_000)
    assert leaving.lead_days is not None
    assert report.flagged.lost_share == 1.0


def test_the_report_is_kept_as_it_was(portfolio, run):
    record = run()
    kept = Backtest.objects.get(id=record.id)

    assert (kept.state, kept.steps_done, kept.steps) == ("DONE", 11, 11)
    assert running.report_of(kept) == running.report_of(record)


def test_running_again_leaves_what_is_finished(portfolio, run):
    record = run()
    again = running.run_backtest(backtest_id=record.id, at=NOON)

    assert again.finished_at == Backtest.objects.get().finished_at


def test_a_run_that_was_killed_is_run_again_to_the_same_report(portfolio, ask, run):
    first = running.report_of(run())
    killed = ask()
    Backtest.objects.filter(id=killed.id).update(state="RUNNING", steps=11, steps_done=7)

    assert running.report_of(running.run_backtest(backtest_id=killed.id, at=NOON)) == first


def test_trouble_is_noted_and_goes_on(ask):
    broken = ask()
    Backtest.objects.filter(id=broken.id).update(definition={})

    with pytest.raises(msgspec.ValidationError):
        running.run_backtest(backtest_id=broken.id, at=NOON)

    broken.refresh_from_db()
    assert (broken.state, broken.problem) == ("FAILED", "Something went wrong.")


def test_without_any_history_it_says_so(db, run):
    report = running.report_of(run())

    assert (report.looks, report.ranking.auc, report.leavings) == (0, None, ())
