"""An onboarding on hold stands still; taken up again, what is open moves by the pause."""

from datetime import date, timedelta

import pytest

from tenure.foundation.refusals import Invalid
from tenure.onboarding import actions
from tenure.onboarding.actions import NotUnderWay
from tenure.onboarding.starting import start_onboarding
from tenure.plans import actions as plans
from tenure.plans.actions import OpenMilestones
from tenure.work.models import Task, Touchpoint
from tests.moments import NOON


def days(onboarding):
    return list(onboarding.plan.milestones.order_by("due_on").values_list("due_on", flat=True))


@pytest.fixture
def paused(onboarding, alice):
    first = onboarding.plan.milestones.order_by("due_on").first()
    plans.complete_milestone(milestone=first, completed_on=NOON.date(), by=alice, at=NOON)
    return actions.pause_onboarding(onboarding=onboarding, reason="A merger", by=alice, at=NOON)


def test_it_is_taken_up_again_with_what_is_open_moved(paused, alice):
    before = days(paused)
    actions.resume_onboarding(onboarding=paused, by=alice, at=NOON + timedelta(days=14))

    assert days(paused)[0] == before[0]
    assert days(paused)[1:3] == [day + timedelta(days=14) for day in before[1:3]]
    assert Touchpoint.objects.filter(planned_on__lt=date(2026, 11, 27)).count() == 0
    assert Task.objects.get(title="Executive kickoff").due_on == date(2026, 12, 15)
    paused.plan.refresh_from_db()
    assert (paused.plan.status, paused.plan.ends_on) == ("ACTIVE", days(paused)[-1])


def test_a_pause_needs_a_reason(onboarding, alice):
    with pytest.raises(Invalid) as refusal:
        actions.pause_onboarding(onboarding=onboarding, reason=" ", by=alice, at=NOON)

    assert set(refusal.value.fields) == {"reason"}


def test_it_is_paused_once(paused, alice):
    with pytest.raises(NotUnderWay):
        actions.pause_onboarding(onboarding=paused, reason="Again", by=alice, at=NOON)


def test_it_is_completed_when_its_milestones_are(onboarding, alice):
    with pytest.raises(OpenMilestones):
        actions.complete_onboarding(onboarding=onboarding, by=alice, at=NOON)
    for step in onboarding.plan.milestones.all():
        plans.complete_milestone(milestone=step, completed_on=NOON.date(), by=alice, at=NOON)
    later = NOON + timedelta(days=100)
    done = actions.complete_onboarding(onboarding=onboarding, by=alice, at=later)

    assert (done.state, done.ended_on) == ("COMPLETED", later.date())
    done.customer.refresh_from_db()
    assert done.customer.status == "ACTIVE"


def test_cancelled_it_takes_its_tasks_along_and_makes_room_for_another(onboarding, staffed, alice):
    actions.cancel_onboarding(onboarding=onboarding, reason="They stay", by=alice, at=NOON)
    assert not Task.objects.filter(state="OPEN").exists()

    again = start_onboarding(customer=staffed, kickoff_on=date(2027, 1, 12), by=alice, at=NOON)
    assert again.id != onboarding.id
    assert (
        Task.objects.filter(state="OPEN").count() == Task.objects.filter(state="CANCELLED").count()
    )
