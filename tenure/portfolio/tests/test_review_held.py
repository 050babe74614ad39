"""Holding a review on its page: minutes, tasks, value, follow-ups."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tenure.onboarding.models import ValueEntry
from tenure.reviews import actions
from tenure.reviews.lines import AgendaLine, Attendee
from tenure.reviews.models import BusinessReview, PlannedReview, ReviewType
from tenure.work.models import Task

NOW = timezone.now()
TODAY = timezone.localdate(NOW)
THEN = NOW - timedelta(hours=2)
NO_ITEMS = {"item-TOTAL_FORMS": "0", "item-INITIAL_FORMS": "0"}
HELD = {"do": "hold", "held-day": f"{THEN:%Y-%m-%d}", "held-time": f"{THEN:%H:%M}", **NO_ITEMS}


@pytest.fixture
def planned(acme, alice):
    return actions.schedule_review(
        customer=acme, review_type=ReviewType.QUARTERLY, scheduled_at=THEN,
        agenda=[AgendaLine("Goals", "Programme")],
        attendees=[Attendee("Zoe", "CTO"), Attendee("Yan", "CFO")], facts={"organiser": alice},
        by=alice, at=NOW - timedelta(hours=3),
    )  # fmt: skip


@pytest.fixture
def page(planned, alice, client):
    client.force_login(alice)
    return f"/reviews/{planned.id}/"


def item(number: int, **told: str) -> dict[str, str]:
    return {f"item-{number}-{name}": words for name, words in told.items()}


def test_it_is_held_with_what_was_decided_and_what_is_to_be_done(page, client, alice, bob):
    told = HELD | {"item-TOTAL_FORMS": "3", "present": ["Zoe"], "decisions": "Go on\n\nStop",
                   "overall_rating": "4", "follow_up_on": f"{TODAY:%Y-%m-%d}"}  # fmt: skip
    told |= item(0, title="Send the list", owner=str(bob.id), due_on="2027-01-04")
    told |= item(1, title="Name a sponsor", owner="them:", due_on="2027-01-05")
    answer = client.post(page, told | item(2, title="", owner=str(bob.id), due_on=""))

    review = BusinessReview.objects.get()
    assert answer["Location"] == f"/reviews/held/{review.id}/"
    assert (review.decisions, review.overall_rating) == (["Go on", "Stop"], 4)
    assert review.attendee_names == ["Zoe"]
    owners = dict(Task.objects.values_list("title", "owner__name"))
    assert owners == {"Send the list": "Bob", "Name a sponsor": "Alice"}
    found = client.get(answer["Location"]).content.decode()
    assert "Send the list" in found
    assert "The customer" in found


@pytest.mark.parametrize("wrong", [
    {"overall_rating": "6"},
    {"held-day": "someday"},
    {"item-TOTAL_FORMS": "1", "item-0-title": "Send", "item-0-due_on": ""},
    {"item-TOTAL_FORMS": "1", "item-0-title": "Send", "item-0-owner": "nobody"},
    {"held-day": f"{TODAY + timedelta(days=2):%Y-%m-%d}"},
])  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_written(wrong, page, client):
    answer = client.post(page, HELD | wrong | {"decisions": "Go on"})

    assert answer.status_code == 422
    assert "Go on" in answer.content.decode()  # what was typed is kept
    assert not BusinessReview.objects.exists()
    assert not Task.objects.exists()


def test_who_comes_is_ticked_added_and_written_in(page, client, bob, acme):
    told = {"do": "people", "who": ["o:1"], "add": str(bob.id), "others": "Wim, Adviser\n"}
    client.post(page, told)

    names = [
        (one["name"], one["title"], one["ours"]) for one in PlannedReview.objects.get().attendees
    ]
    assert names == [("Yan", "CFO", False), ("Bob", "CSM", True), ("Wim", "Adviser", False)]


@pytest.mark.parametrize(("told", "state"), [
    ({"do": "move", "day": "2030-01-07", "time": "09:00", "reason": "Zoe is away"}, "SCHEDULED"),
    ({"do": "move", "day": "2030-01-07", "time": "09:00", "reason": ""}, "SCHEDULED"),
    ({"do": "move", "day": "someday", "time": "09:00", "reason": "x"}, "SCHEDULED"),
    ({"do": "place", "minutes": "1"}, "SCHEDULED"),
    ({"do": "NONSENSE"}, "SCHEDULED"),
    ({"do": "confirm:NONSENSE"}, "SCHEDULED"),
    ({"do": "cancel", "reason": "They merge"}, "CANCELLED"),
    ({"do": "cancel", "reason": ""}, "SCHEDULED"),
    ({"do": "miss", "reason": "Nobody came"}, "MISSED"),
])  # fmt: skip
def test_it_is_moved_and_called_off_with_a_reason(told, state, page, client):
    assert client.post(page, told).status_code == 302
    planned = PlannedReview.objects.get()
    assert planned.state == state
    assert (planned.scheduled_at.year == 2030) == (told.get("reason") == "Zoe is away")
    assert client.get(page).status_code == 200


def test_what_was_called_off_is_put_back_on(page, client):
    client.post(page, {"do": "cancel", "reason": "They merge"})
    assert "Put it back on" in client.get(page).content.decode()
    client.post(page, {"do": "reinstate"})
    assert PlannedReview.objects.get().state == "SCHEDULED"


def test_value_is_written_down_and_confirmed(page, client, alice):
    day = f"{TODAY:%Y-%m-%d}"
    client.post(page, {"do": "value", "what": "Hours saved", "amount": "1200", "unit": "hours",
                       "achieved_on": day})  # fmt: skip
    entry = ValueEntry.objects.get()
    assert "1,200 hours" in client.get(page).content.decode()
    client.post(page, {"do": f"confirm:{entry.id}", "confirmed_by": "Zoe", "confirmed_on": day})

    entry.refresh_from_db()
    assert (entry.confirmed_by, entry.confirmed_on) == ("Zoe", TODAY)
    assert "confirmed by Zoe" in client.get(page).content.decode()


def test_only_who_looks_after_the_customer_changes_it(page, planned, client, bob, carl):
    client.force_login(bob)
    assert client.post(page, {"do": "cancel", "reason": "x"}).status_code == 403
    client.force_login(carl)
    assert client.get(page).status_code == 403
    assert PlannedReview.objects.get().state == "SCHEDULED"


def test_minutes_are_changed_and_items_added_afterwards(acme, alice, client):
    review = actions.hold_review(
        customer=acme, review_type=ReviewType.MONTHLY, reviewed_at=THEN, attendees=[("Zoe", "CTO")],
        facts={"action_items": {"Zoe": "Send the list"}, "notes": "Between us"}, by=alice, at=NOW,
    )  # fmt: skip
    client.force_login(alice)
    address = f"/reviews/held/{review.id}/"
    client.post(address, {"do": "change", "decisions": "Go on", "notes": "Between us"})
    told = {"do": "agree", "item-TOTAL_FORMS": "1", "item-INITIAL_FORMS": "0"}
    client.post(address, told | item(0, title="Call", owner=str(alice.id), due_on="2027-01-04"))
    client.post(address, told | item(0, title="No day", owner=str(alice.id)))

    review.refresh_from_db()
    assert (review.decisions, review.notes, len(review.action_items)) == (
        ["Go on"],
        "Between us",
        2,
    )
    assert "Zoe: Send the list" in client.get(address).content.decode()
