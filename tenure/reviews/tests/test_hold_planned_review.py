"""A scheduled review that takes place becomes a review with its minutes, and its items become tasks."""

from datetime import UTC, date, datetime

import pytest

from tenure.foundation.ids import new_id
from tenure.foundation.refusals import Invalid
from tenure.reviews import actions
from tenure.reviews.actions import AlreadyOver
from tenure.reviews.lines import ActionItem, AgendaLine, Attendee
from tenure.reviews.models import BusinessReview, PlannedReview, ReviewType
from tenure.work.models import Task
from tests.moments import NOON

THEN = datetime(2026, 11, 23, 10, tzinfo=UTC)
FRIDAY = date(2026, 11, 27)


@pytest.fixture
def planned(acme, alice):
    return actions.schedule_review(
        customer=acme, review_type=ReviewType.MONTHLY, scheduled_at=THEN,
        agenda=[AgendaLine("Health fell", "Health")],
        attendees=[Attendee("Zoe", "CTO"), Attendee("Yan", "CFO")], facts={}, by=alice, at=NOON,
    )  # fmt: skip


def hold(planned, by, **told):
    told = {"facts": {}, "reviewed_at": THEN} | told
    return actions.hold_planned_review(planned=planned, by=by, at=NOON, **told)


def test_the_minutes_take_over_what_was_planned(planned, alice):
    review = hold(planned, alice, present=["Zoe"], facts={
        "decisions": ["Go on"], "overall_rating": 4, "follow_up_on": FRIDAY})  # fmt: skip

    planned = PlannedReview.objects.get()
    assert (planned.state, planned.ended_at, planned.review) == ("HELD", NOON, review)
    assert (review.review_type, review.agenda, review.attendee_names) == (
        "MONTHLY", ["Health fell"], ["Zoe"],
    )  # fmt: skip
    assert (review.decisions, review.overall_rating, review.follow_up_on) == (["Go on"], 4, FRIDAY)


def test_each_item_is_a_task_of_its_owner_and_made_once(planned, alice, bob):
    ours = ActionItem("Send the list", "Bob", FRIDAY, bob.id)
    theirs = ActionItem("Name a sponsor", "Zoe", FRIDAY)
    review = hold(planned, alice, items=[ours, theirs])

    kept = review.action_items
    assert [(one["title"], one["owner"], one["dueDate"]) for one in kept] == [
        ("Send the list", "Bob", "2026-11-27"), ("Name a sponsor", "Zoe", "2026-11-27"),
    ]  # fmt: skip
    tasks = {task.title: task for task in Task.objects.all()}
    assert (tasks["Send the list"].owner, tasks["Send the list"].owner_role) == (bob, "CSM")
    assert (tasks["Name a sponsor"].owner, tasks["Name a sponsor"].owner_role) == (
        alice,
        "CUSTOMER",
    )
    assert "Zoe does it" in tasks["Name a sponsor"].details
    assert tasks["Send the list"].origin_key == f"{review.id}:{kept[0]['key']}"


def test_more_can_be_agreed_on_afterwards(planned, alice):
    review = hold(planned, alice, items=[ActionItem("One", "Zoe", FRIDAY)])
    review = actions.agree_on(
        review=review, items=[ActionItem("Two", "Zoe", FRIDAY)], by=alice, at=NOON
    )

    assert [one["title"] for one in review.action_items] == ["One", "Two"]
    assert Task.objects.count() == 2


def test_what_came_over_the_api_stays_before_what_is_agreed_on(acme, alice):
    review = actions.hold_review(
        customer=acme, review_type=ReviewType.ANNUAL, reviewed_at=THEN, attendees=[],
        facts={"action_items": {"Zoe": "Send the list"}}, by=alice, at=NOON,
    )  # fmt: skip
    items = [ActionItem("Two", "Zoe", FRIDAY)]
    review = actions.agree_on(review=review, items=items, by=alice, at=NOON)

    assert review.action_items[0] == {"Zoe": "Send the list"}
    assert (len(review.action_items), Task.objects.count()) == (2, 1)


@pytest.mark.parametrize("told", [
    {"reviewed_at": datetime(2026, 11, 24, tzinfo=UTC)},
    {"facts": {"overall_rating": 6}},
    {"items": [ActionItem(" ", "Zoe", FRIDAY)]},
    {"items": [ActionItem("x", "Nobody", FRIDAY, new_id())]},
])  # fmt: skip
def test_what_cannot_be_is_refused_as_a_whole(told, planned, alice):
    with pytest.raises(Invalid):
        hold(planned, alice, **told)

    assert PlannedReview.objects.get().state == "SCHEDULED"
    assert not BusinessReview.objects.exists()
    assert not Task.objects.exists()


def test_it_is_held_once(planned, alice):
    hold(planned, alice)
    with pytest.raises(AlreadyOver):
        hold(planned, alice)
    assert BusinessReview.objects.count() == 1
