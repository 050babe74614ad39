"""A customer at risk: noticed, assessed within a day, planned within two, escalated, ended."""

from datetime import UTC, datetime, timedelta

import pytest

from tenure.alerts.models import Alert
from tenure.customers.models import Customer
from tenure.foundation.refusals import Invalid
from tenure.health import entering
from tenure.programme.loading import read_programme
from tenure.recovery import actions
from tenure.recovery.actions import AlreadyOpen, CaseEnded, NotAssessed, TopLevel
from tenure.recovery.deadlines import level_due
from tenure.recovery.models import Case
from tenure.recovery.noticing import open_for_alerts
from tenure.recovery.words import CaseState
from tenure.work.models import Task, Touchpoint
from tests.moments import NOON

MADE = read_programme()
FIELDS = {"cause": "The sponsor left", "concerned": "Sales", "takes": "A new sponsor"}


@pytest.fixture
def case(acme, alice):
    return actions.open_case(customer=acme, reason="They said so", by=alice, at=NOON)


@pytest.fixture
def assessed(case, alice):
    return actions.assess_case(case=case, fields=FIELDS, by=alice, at=NOON + timedelta(hours=3))


def test_the_promises_run_by_the_clock(case):
    assert case.assess_by == NOON + timedelta(hours=24)
    assert case.plan_by == NOON + timedelta(hours=48)
    assert Task.objects.filter(origin="RECOVERY").count() == 3


@pytest.mark.parametrize(
    ("number", "due"),
    [
        (1, datetime(2026, 11, 25, 12, tzinfo=UTC)),
        (2, datetime(2026, 11, 26, 12, tzinfo=UTC)),
        (3, datetime(2026, 11, 30, 17, tzinfo=UTC)),  # five working days from a Monday
        (4, datetime(2026, 12, 2, 17, tzinfo=UTC)),
        (5, datetime(2026, 11, 23, 12, tzinfo=UTC)),
    ],
)
def test_each_level_answers_in_its_time(number, due):
    assert level_due(MADE.escalation.level[number - 1], NOON, MADE.calendar) == due


def test_an_alert_opens_one_case_and_only_once(acme, alice):
    entering.record_score(customer=acme, fields={"score": 35}, by=alice, at=NOON)
    assert Alert.objects.count() == 2  # in the red, and below Good

    assert open_for_alerts(by=alice, at=NOON) == 1
    assert open_for_alerts(by=alice, at=NOON) == 0
    assert Case.objects.get().alert.rule in ("RED_ZONE", "BELOW_THRESHOLD")


@pytest.mark.parametrize("changes", [{"tier": "TRIAL"}, {"status": "CHURNED", "churned_on": NOON}])
def test_who_is_cared_for_by_nobody_gets_no_case(acme, alice, changes):
    entering.record_score(customer=acme, fields={"score": 35}, by=alice, at=NOON)
    Customer.objects.update(**changes)

    assert open_for_alerts(by=alice, at=NOON) == 0


def test_a_second_case_is_refused(case, acme, alice):
    with pytest.raises(AlreadyOpen):
        actions.open_case(customer=acme, reason="Again", by=alice, at=NOON)
    assert Task.objects.count() == 3


def test_there_is_no_plan_without_an_assessment(case, alice):
    with pytest.raises(NotAssessed):
        actions.start_recovery_plan(case=case, by=alice, at=NOON)
    with pytest.raises(Invalid):
        actions.assess_case(case=case, fields={"cause": " "}, by=alice, at=NOON)


def test_an_assessment_does_its_tasks_and_the_plan_brings_its_own(assessed, alice):
    assert not Task.objects.filter(state="OPEN").exists()

    case = actions.start_recovery_plan(case=assessed, by=alice, at=NOON)
    template = MADE.plans.named("recovery")
    assert case.plan.milestones.count() == len(template.milestone)
    assert Task.objects.filter(state="OPEN").count() == len(template.task)
    days = sorted(Touchpoint.objects.values_list("planned_on", flat=True))
    assert [day.day for day in days] == [24, 25, 26, 27, 30]  # working days only


def test_it_climbs_level_by_level_to_the_top(case, alice):
    for level in range(2, 6):
        case = actions.escalate_case(case=case, reason="No answer", by=alice, at=NOON)
        assert case.level == level
    with pytest.raises(TopLevel):
        actions.escalate_case(case=case, reason="No answer", by=alice, at=NOON)

    owners = Task.objects.filter(origin="ESCALATION").order_by("id")
    assert [task.owner_role for task in owners] == [
        "SUPPORT", "CSM_MANAGER", "VP_CUSTOMER_SUCCESS", "CHIEF_EXECUTIVE",
    ]  # fmt: skip


def test_what_is_promised_next_follows_the_case(case, alice):
    assert case.next_due() == case.assess_by
    case = actions.assess_case(case=case, fields=FIELDS, by=alice, at=NOON)
    assert case.next_due() == case.plan_by
    case = actions.start_recovery_plan(case=case, by=alice, at=NOON)
    assert case.next_due() == case.level_due_at


def test_recovered_it_is_put_in_order_and_nothing_more_is_done(assessed, alice):
    case = actions.start_recovery_plan(case=assessed, by=alice, at=NOON)
    done = actions.end_case(case=case, state=CaseState.RECOVERED, learnt="x", by=alice, at=NOON)

    done.plan.refresh_from_db()
    assert (done.state, done.plan.status) == ("RECOVERED", "COMPLETED")
    assert not Task.objects.filter(state="OPEN").exists()
    assert not Touchpoint.objects.filter(state="PLANNED").exists()
    with pytest.raises(CaseEnded):
        actions.escalate_case(case=case, reason="x", by=alice, at=NOON)


def test_the_pages_cost_the_same_however_many(client, alice, case, django_assert_max_num_queries):
    client.force_login(alice)
    with django_assert_max_num_queries(5):
        assert "Acme" in client.get("/recovery/").content.decode()
    assert "They said so" in client.get(f"/recovery/{case.id}/").content.decode()


def test_a_case_is_worked_on_by_those_who_look_after_the_customer(client, alice, bob, case):
    address = f"/recovery/{case.id}/"
    client.force_login(bob)
    client.post(address, {"do": "escalate", "reason": "x"})
    assert Case.objects.get().level == 1

    client.force_login(alice)
    client.post(address, {"do": "escalate", "reason": "x"})
    client.post(address, {"do": "end", "state": "NONSENSE"})
    assert (Case.objects.get().level, Case.objects.get().state) == (2, "OPEN")
