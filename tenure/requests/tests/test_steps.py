"""What can be done about a request: recorded, acknowledged, planned, delivered, declined, taken back."""

from datetime import timedelta

import pytest

from tenure.customers.models import Stakeholder
from tenure.foundation.audit.models import Deed
from tenure.foundation.checking import ChangedMeanwhile
from tenure.foundation.refusals import Invalid
from tenure.requests import actions
from tenure.requests.models import Request
from tenure.requests.words import RequestState
from tests.moments import NOON, TODAY

LATER = NOON + timedelta(days=3)


def now(request) -> tuple[str, object, object, str]:
    request.refresh_from_db()
    return request.state, request.acknowledged_at, request.ended_at, request.answer


def test_it_is_written_down_as_asked_today_by_whoever_writes(asked):
    assert now(asked) == ("ASKED", None, None, "")
    assert (asked.asked_on, asked.recorded_by) == (TODAY, "Alice")


def test_a_theme_is_spelled_as_others_spell_it(asked, record):
    assert record("By line", theme="  lead   ROUTING ").theme == "Lead routing"
    assert record("By line", theme="Mobile  app").theme == "Mobile app"


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"title": " "}, "title"), ({"theme": ""}, "theme"), ({"asked_on": TODAY + timedelta(1)}, "asked_on")],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_field(record, fields, field):
    with pytest.raises(Invalid) as refusal:
        record(**fields)

    assert set(refusal.value.fields) == {field}
    assert not Request.objects.exists()


def test_somebody_of_another_customer_does_not_ask_for_this_one(record, globex):
    stranger = Stakeholder.objects.create(customer=globex, name="Hank")
    with pytest.raises(Invalid, match="somebody of this customer"):
        record(stakeholder=stranger)

    assert not Request.objects.exists()


def test_from_the_ask_to_delivery_each_answer_takes_the_place_of_the_one_before(asked, alice):
    actions.acknowledge_request(request=asked, answer="We look at it", by=alice, at=NOON)
    assert now(asked) == ("ACKNOWLEDGED", NOON, None, "We look at it")
    actions.plan_request(request=asked, answer="", by=alice, at=LATER)
    assert now(asked) == ("PLANNED", NOON, None, "We look at it")
    actions.deliver_request(request=asked, answer="It is in 4.2", by=alice, at=LATER)
    assert now(asked) == ("DELIVERED", NOON, LATER, "It is in 4.2")


def test_who_declines_says_why_and_has_acknowledged_it(asked, alice):
    with pytest.raises(Invalid) as refusal:
        actions.decline_request(request=asked, answer="  ", by=alice, at=LATER)
    assert (set(refusal.value.fields), now(asked)[0]) == ({"answer"}, "ASKED")

    actions.decline_request(request=asked, answer="It is the carrier’s", by=alice, at=LATER)
    assert now(asked) == ("DECLINED", LATER, LATER, "It is the carrier’s")


@pytest.mark.parametrize("deed", [actions.acknowledge_request, actions.plan_request, actions.deliver_request])  # fmt: skip
def test_nothing_follows_an_ending_before_it_is_opened_again(asked, alice, deed):
    actions.decline_request(request=asked, answer="No", by=alice, at=NOON)
    with pytest.raises(actions.NotFromHere, match="declined already"):
        deed(request=asked, by=alice, at=LATER)

    assert now(asked) == ("DECLINED", NOON, NOON, "No")
    actions.reopen_request(request=asked, by=alice, at=LATER)
    assert now(asked) == ("ACKNOWLEDGED", NOON, None, "")


def test_a_step_taken_by_mistake_is_taken_back_to_where_it_came_from(asked, alice):
    actions.plan_request(request=asked, answer="Soon", by=alice, at=NOON)
    actions.reopen_request(request=asked, to=RequestState.ASKED, by=alice, at=LATER)

    assert now(asked) == ("ASKED", None, None, "")
    with pytest.raises(actions.NotFromHere, match="nothing to take back"):
        actions.reopen_request(request=asked, by=alice, at=LATER)


def test_it_is_amended_and_without_a_difference_nothing_is_told(asked, alice):
    actions.amend_request(request=asked, changes={"theme": "Reports"}, by=alice, at=LATER)
    asked.refresh_from_db()
    assert asked.theme == "Reports"

    told = Deed.objects.count()
    actions.amend_request(request=asked, changes={"theme": "Reports"}, by=alice, at=LATER)
    assert Deed.objects.count() == told


def test_two_who_change_it_do_not_overwrite_each_other(asked, alice, bob):
    seen = asked.updated_at
    actions.amend_request(request=asked, changes={"title": "A"}, seen_at=seen, by=alice, at=NOON)
    with pytest.raises(ChangedMeanwhile):
        actions.amend_request(request=asked, changes={"title": "B"}, seen_at=seen, by=bob, at=NOON)

    asked.refresh_from_db()
    assert asked.title == "A"
