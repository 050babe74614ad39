"""Pages of reviews: the board, a customer's, one that is scheduled, and the minutes of one."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tenure.customers.models import Stakeholder
from tenure.reviews import actions
from tenure.reviews.lines import AgendaLine, Attendee
from tenure.reviews.models import PlannedReview, ReviewType

NOW = timezone.now()


@pytest.fixture
def planned(acme, alice):
    return actions.schedule_review(
        customer=acme, review_type=ReviewType.QUARTERLY, scheduled_at=NOW - timedelta(hours=2),
        agenda=[AgendaLine("Health fell", "Health", "/health/"), AgendaLine("Goals", "Programme")],
        attendees=[Attendee("Zoe", "CTO", "zoe@acme.example")], facts={"organiser": alice},
        by=alice, at=NOW - timedelta(hours=3),
    )  # fmt: skip


@pytest.fixture
def page(planned, alice, client):
    client.force_login(alice)
    return f"/reviews/{planned.id}/"


def text(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def agenda() -> list[str]:
    return [line["text"] for line in PlannedReview.objects.get().agenda]


@pytest.mark.parametrize("view", ["due", "scheduled", "held", "missed", "NONSENSE"])
def test_the_board_says_what_is_due_scheduled_held_and_missed(view, planned, alice, client):
    client.force_login(alice)
    found = text(client, f"/reviews/?view={view}&owner=mine&tier=MID_MARKET&period=year")
    assert ("Acme" in found) == (view == "scheduled")  # what is scheduled is no longer due
    assert "Held of those due" in found


def test_the_board_costs_the_same_however_many(
    planned, alice, client, django_assert_max_num_queries
):
    client.force_login(alice)
    with django_assert_max_num_queries(16):
        client.get("/reviews/?view=scheduled")
    with django_assert_max_num_queries(18):
        client.get("/reviews/")


def test_a_filter_leaves_out_the_customers_of_others(planned, alice, bob, client):
    client.force_login(bob)
    assert "Acme" not in text(client, "/reviews/?view=scheduled&owner=mine")
    assert "Acme" in text(client, f"/reviews/?view=scheduled&csm={alice.id}")
    assert "Acme" not in text(client, "/reviews/?view=scheduled&tier=TRIAL")


def test_who_looks_after_a_customer_schedules_with_an_agenda_proposed(acme, alice, client):
    Stakeholder.objects.create(customer=acme, name="Zoe", role="SPONSOR")
    client.force_login(alice)
    told = {"review_type": "MONTHLY", "day": (NOW + timedelta(days=4)).date().isoformat(),
            "time": "14:30", "minutes": 45, "place": "Room 4"}  # fmt: skip
    answer = client.post(f"/customers/{acme.id}/reviews/", told)

    planned = PlannedReview.objects.get()
    assert answer["Location"] == f"/reviews/{planned.id}/"
    assert (planned.minutes, planned.organiser) == (45, alice)
    assert "Progress of the success plan" in agenda()
    assert [one["name"] for one in planned.attendees] == ["Alice"]  # a monthly one asks no sponsor
    assert "Room 4" in text(client, answer["Location"])


def test_what_cannot_be_scheduled_is_said_beside_the_form(acme, alice, client):
    client.force_login(alice)
    answer = client.post(f"/customers/{acme.id}/reviews/", {"review_type": "DAILY", "minutes": 1})
    assert answer.status_code == 422
    assert not PlannedReview.objects.exists()


def test_lines_are_changed_added_moved_and_removed(page, client):
    lines = {"text": ["Health fell, why?", "Goals", "New"], "was": ["0", "1", ""]}
    client.post(page, lines | {"do": "agenda"})
    assert agenda() == ["Health fell, why?", "Goals", "New"]
    kept = PlannedReview.objects.get().agenda
    assert [line["source"] for line in kept] == ["Health", "Programme", ""]

    same = {"text": agenda(), "was": ["0", "1", "2"]}
    client.post(page, same | {"do": "up:2"})
    assert agenda() == ["Health fell, why?", "New", "Goals"]
    client.post(page, {"text": agenda(), "was": ["0", "1", "2"], "do": "drop:0"})
    assert agenda() == ["New", "Goals"]
    client.post(page, {"text": agenda(), "was": ["0", "1"], "do": "down:0"})
    assert agenda() == ["Goals", "New"]


def test_where_a_line_comes_from_is_not_taken_from_the_form(page, client):
    forged = {"text": ["x"], "was": ["99"], "source": ["Health"], "rows": ["javascript:alert(1)"]}
    client.post(page, forged | {"do": "agenda"})
    assert PlannedReview.objects.get().agenda == [{"text": "x", "source": "", "rows": ""}]


def test_what_is_new_is_added_once(page, client):
    for _ in range(2):
        client.post(page, {"text": agenda(), "was": ["0", "1"], "do": "propose"})
    assert agenda().count("Goals for the next quarter") == 1


def test_an_agenda_that_somebody_else_changed_is_not_overwritten(page, client):
    seen = PlannedReview.objects.get().updated_at.isoformat()
    client.post(page, {"text": ["One"], "was": [""], "do": "agenda", "seen": seen})
    client.post(page, {"text": ["Two"], "was": [""], "do": "agenda", "seen": seen})
    assert agenda() == ["One"]


def test_an_invitation_and_a_feed_are_for_those_who_are_signed_in(
    page, planned, client, alice, bob
):
    one = client.get(f"{page}invitation.ics")
    assert one["Content-Type"].startswith("text/calendar")
    assert f"/reviews/{planned.id}/" in one.content.decode()
    assert str(planned.id) in client.get("/reviews/mine.ics").content.decode()

    client.force_login(bob)
    assert str(planned.id) not in client.get("/reviews/mine.ics").content.decode()
    client.logout()
    assert client.get("/reviews/mine.ics").status_code == 302
    assert client.get(f"{page}invitation.ics").status_code == 302
