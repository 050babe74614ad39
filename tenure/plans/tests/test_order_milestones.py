"""Which milestones come after which: no circles, and nothing out of turn."""

import pytest

from tenure.plans import actions
from tenure.plans.actions import InACircle, OutOfTurn
from tenure.plans.models import Dependency
from tests.moments import NOON, TODAY


@pytest.fixture
def training(plan):
    return plan.milestones.get(title="Training")


@pytest.fixture
def after_kickoff(kickoff, training, alice):
    """The training, which comes after the kickoff."""
    return order(training, alice, kickoff)


def order(milestone, by, *after):
    ids = [one.id for one in after]
    return actions.order_milestone(milestone=milestone, after=ids, by=by, at=NOON)


def complete(milestone, by, **told):
    return actions.complete_milestone(
        milestone=milestone, completed_on=TODAY, by=by, at=NOON, **told
    )


def test_it_is_said_and_taken_back(kickoff, after_kickoff, alice):
    assert [*after_kickoff.after.all()] == [kickoff]
    assert [*kickoff.followers.all()] == [after_kickoff]

    order(after_kickoff, alice)
    assert not Dependency.objects.exists()


def test_a_circle_is_refused_in_words(kickoff, after_kickoff, alice):
    with pytest.raises(InACircle) as refused:
        order(kickoff, alice, after_kickoff)

    assert refused.value.message.startswith("“Kickoff” would come after itself: ")
    assert "“Kickoff” after “Training”, “Training” after “Kickoff”" in refused.value.message or (
        "“Training” after “Kickoff”, “Kickoff” after “Training”" in refused.value.message
    )
    assert Dependency.objects.count() == 1


def test_a_milestone_of_another_plan_is_refused(training, acme, alice, kickoff):
    other = actions.start_plan(
        customer=acme, title="Other", plan_type="ANNUAL", starts_on=TODAY,
        milestones=[actions.PlannedMilestone(title="Else", due_on=TODAY)], by=alice, at=NOON,
    )  # fmt: skip
    with pytest.raises(actions.InACircle.__base__, match="no milestone of this plan"):
        order(training, alice, other.milestones.get())

    assert not Dependency.objects.exists()


def test_what_is_not_its_turn_is_refused_or_asked_about(kickoff, after_kickoff, alice):
    with pytest.raises(OutOfTurn, match="comes after “Kickoff”, which is not completed"):
        complete(after_kickoff, alice)
    after_kickoff.refresh_from_db()
    assert after_kickoff.is_open

    assert complete(after_kickoff, alice, out_of_turn=True).is_completed


def test_when_the_first_is_completed_or_cancelled_it_is_its_turn(kickoff, after_kickoff, alice):
    actions.change_milestone(milestone=kickoff, changes={"status": "CANCELLED"}, by=alice, at=NOON)

    assert complete(after_kickoff, alice).is_completed


def test_the_api_refuses_and_asks_too(api, plan, after_kickoff, alice):
    path, done = f"/success-plans/{plan.id}/milestones/{after_kickoff.id}", {"status": "COMPLETED"}

    refused = api(alice).put(path, done)
    assert (refused.status_code, refused.json()["error"][:22]) == (409, "“Training” comes after")
    assert api(alice).put(f"{path}?outOfTurn=true", done).status_code == 200
