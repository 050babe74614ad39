"""Writing down a business review that was held."""

from datetime import UTC, date, datetime

import pytest

from tenure.foundation.audit.models import Deed
from tenure.foundation.refusals import Invalid
from tenure.reviews import actions
from tenure.reviews.models import BusinessReview, ReviewType
from tests.moments import NOON

MORNING = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def hold(customer, by, attendees=(("Zoe", "CTO"),), kind=ReviewType.QUARTERLY, **facts):
    return actions.hold_review(
        customer=customer, review_type=kind, reviewed_at=MORNING, attendees=attendees,
        facts=facts, by=by, at=NOON,
    )  # fmt: skip


def test_it_keeps_when_it_was_and_who_was_there(acme, alice):
    hold(acme, alice, attendees=[("Zoe", "CTO"), ("Yan", "")])

    review = BusinessReview.objects.get()
    assert (review.customer, review.reviewed_at, review.created_at) == (acme, MORNING, NOON)
    assert (review.attendee_names, review.attendee_titles) == (["Zoe", "Yan"], ["CTO", ""])


def test_it_keeps_what_was_decided_and_promised(acme, alice):
    hold(
        acme, alice, decisions=["Go on"], overall_rating=5, follow_up_on=date(2026, 12, 1),
        action_items={"Zoe": "Send the list"},
    )  # fmt: skip

    review = BusinessReview.objects.get()
    assert (review.decisions, review.overall_rating) == (["Go on"], 5)
    assert (review.follow_up_on, review.action_items) == (
        date(2026, 12, 1), {"Zoe": "Send the list"},
    )  # fmt: skip


def test_it_is_told_with_its_kind(acme, alice):
    hold(acme, alice)

    deed = Deed.objects.get(code="review.held")
    assert (deed.by_name, deed.customer_id) == ("Alice", acme.id)
    assert deed.details == {"subject": "Acme", "kind": "quarterly"}


@pytest.mark.parametrize("rating", [0, 6])
def test_a_rating_goes_from_one_to_five(rating, acme, alice):
    with pytest.raises(Invalid, match="A rating lies between 1 and 5"):
        hold(acme, alice, overall_rating=rating)

    assert not BusinessReview.objects.exists()
    assert not Deed.objects.filter(code="review.held").exists()


@pytest.mark.parametrize("rating", [None, 1, 5])
def test_the_ends_of_the_scale_and_no_rating_are_fine(rating, acme, alice):
    assert hold(acme, alice, overall_rating=rating).overall_rating == rating


def test_a_review_without_attendees_can_be_held(acme, alice):
    assert hold(acme, alice, attendees=()).attendee_names == []
