"""A review is scheduled, prepared, moved, and held, missed or cancelled."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tenure.customers.models import Customer
from tenure.foundation.audit.models import Deed
from tenure.foundation.checking import ChangedMeanwhile
from tenure.foundation.refusals import Conflict, Invalid
from tenure.reviews import actions
from tenure.reviews.actions import AlreadyOver
from tenure.reviews.lines import AgendaLine, Attendee
from tenure.reviews.models import BusinessReview, PlannedReview, ReviewType
from tests.moments import NOON

SOON = datetime(2026, 12, 3, 14, tzinfo=UTC)
LATER = SOON + timedelta(days=7)
ZOE, YAN = Attendee("Zoe", "CTO", "zoe@acme.example"), Attendee("Yan", "CFO")


def schedule(customer, by, when=SOON, **facts):
    return actions.schedule_review(
        customer=customer, review_type=ReviewType.QUARTERLY, scheduled_at=when,
        agenda=[AgendaLine("Health fell", "Health"), AgendaLine(" ")], attendees=[ZOE, YAN],
        facts=facts, by=by, at=NOON,
    )  # fmt: skip


@pytest.fixture
def planned(acme, alice):
    return schedule(acme, alice, organiser=alice)


def test_it_keeps_its_time_its_agenda_and_who_comes(planned, alice):
    kept = PlannedReview.objects.get()
    assert (kept.state, kept.minutes, kept.organiser, kept.invitation) == (
        "SCHEDULED",
        60,
        alice,
        0,
    )
    assert kept.agenda == [{"text": "Health fell", "source": "Health", "rows": ""}]
    assert [one["name"] for one in kept.attendees] == ["Zoe", "Yan"]
    deed = Deed.objects.get(code="review.scheduled")
    assert deed.details["when"] == "3 December 2026, 14:00"


def test_a_second_one_at_the_same_time_is_refused(planned, acme, alice):
    with pytest.raises(Conflict, match="scheduled for that time"):
        schedule(acme, alice)


@pytest.mark.parametrize("changes", [{"minutes": 4}, {"minutes": 1441}])
def test_it_lasts_from_five_minutes_to_a_day(changes, acme, alice):
    with pytest.raises(Invalid, match="from 5 minutes to a day"):
        schedule(acme, alice, **changes)


def test_neither_the_past_nor_who_has_left_is_scheduled(acme, alice):
    with pytest.raises(Invalid, match="time ahead"):
        schedule(acme, alice, when=NOON - timedelta(days=2))
    Customer.objects.update(status="CHURNED", churned_on=date(2026, 11, 1))
    with pytest.raises(Invalid, match="has left"):
        schedule(Customer.objects.get(), alice)
    assert not PlannedReview.objects.exists()


def test_who_moves_it_says_why_and_the_invitation_grows(planned, alice):
    with pytest.raises(Invalid, match="Say why"):
        actions.move_review(planned=planned, scheduled_at=LATER, reason=" ", by=alice, at=NOON)
    moved = actions.move_review(
        planned=planned, scheduled_at=LATER, reason="Zoe is away", by=alice, at=NOON
    )

    assert (moved.scheduled_at, moved.invitation, moved.reason) == (LATER, 1, "Zoe is away")
    told = Deed.objects.get(code="review.moved").details
    assert (told["since"], told["when"]) == ("3 December 2026, 14:00", "10 December 2026, 14:00")


def test_moving_it_to_where_it_is_changes_nothing(planned, alice):
    moved = actions.move_review(planned=planned, scheduled_at=SOON, reason="x", by=alice, at=NOON)

    assert (moved.reason, moved.invitation) == ("", 0)
    assert not Deed.objects.filter(code="review.moved").exists()


def test_preparing_tells_those_who_come_only_what_concerns_them(planned, alice):
    agenda = [AgendaLine("Goals")]
    kept = actions.prepare_review(planned=planned, agenda=agenda, facts={}, by=alice, at=NOON)
    assert (kept.invitation, [line["text"] for line in kept.agenda]) == (0, ["Goals"])

    kept = actions.prepare_review(planned=kept, facts={"place": "Room 4"}, by=alice, at=NOON)
    kept = actions.prepare_review(planned=kept, facts={"place": "Room 4"}, by=alice, at=NOON)
    assert (kept.invitation, Deed.objects.filter(code="review.prepared").count()) == (1, 2)


def test_what_somebody_else_changed_is_not_overwritten(planned, alice):
    seen = planned.updated_at
    actions.prepare_review(planned=planned, facts={"place": "Room 4"}, by=alice, at=NOON)

    with pytest.raises(ChangedMeanwhile):
        actions.prepare_review(
            planned=planned, facts={"place": "Room 5"}, seen_at=seen, by=alice, at=NOON
        )


def test_an_agenda_has_an_end(planned, alice):
    for agenda in ([AgendaLine("x")] * 51, [AgendaLine("x" * 501)]):
        with pytest.raises(Invalid, match="at most 50 lines of 500"):
            actions.prepare_review(planned=planned, agenda=agenda, facts={}, by=alice, at=NOON)


def test_a_cancelled_one_is_over(planned, alice):
    gone = actions.cancel_review(planned=planned, reason="They merge", by=alice, at=NOON)

    assert (gone.state, gone.ended_at, gone.invitation) == ("CANCELLED", NOON, 1)
    with pytest.raises(AlreadyOver, match="cancelled"):
        actions.move_review(planned=gone, scheduled_at=LATER, reason="x", by=alice, at=NOON)


def test_what_was_called_off_by_mistake_is_back_on_for_its_old_time(planned, alice):
    with pytest.raises(Conflict, match="is scheduled"):
        actions.reinstate_review(planned=planned, by=alice, at=NOON)
    actions.cancel_review(planned=planned, reason="They merge", by=alice, at=NOON)
    back = actions.reinstate_review(planned=planned, by=alice, at=NOON)

    assert (back.state, back.ended_at, back.reason) == ("SCHEDULED", None, "")
    assert (back.scheduled_at, back.invitation) == (SOON, 2)  # calendars take the newest number
    actions.miss_review(planned=back, reason="Nobody came", by=alice, at=LATER)
    assert actions.reinstate_review(planned=back, by=alice, at=LATER).is_ahead


def test_only_what_lies_behind_was_missed(planned, alice):
    with pytest.raises(Invalid, match="lies ahead"):
        actions.miss_review(planned=planned, reason="Nobody came", by=alice, at=NOON)
    gone = actions.miss_review(planned=planned, reason="Nobody came", by=alice, at=LATER)

    assert (gone.state, gone.reason) == ("MISSED", "Nobody came")
    assert not BusinessReview.objects.exists()


def test_what_nobody_spoke_of_is_past_after_its_end(planned):
    assert not planned.is_past(SOON + timedelta(minutes=60))
    assert planned.is_past(SOON + timedelta(minutes=61))
