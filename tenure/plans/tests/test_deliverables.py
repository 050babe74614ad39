"""Deliverables are ticked off, and who owns a milestone stands beside the text of it."""

import pytest

from tenure.plans import actions
from tests.moments import NOON


@pytest.fixture
def kickoff(kickoff, alice):
    changes = {"deliverables": ["Plan", "Minutes"], "owned_by": alice}
    return actions.change_milestone(milestone=kickoff, changes=changes, by=alice, at=NOON)


def tick(milestone, by, what, is_done=True):
    told = {"milestone": milestone, "deliverable": what, "is_done": is_done}
    return actions.tick_deliverable(by=by, at=NOON, **told).delivered


def change(milestone, by, **changes):
    return actions.change_milestone(milestone=milestone, changes=changes, by=by, at=NOON)


def test_what_is_delivered_is_kept_in_the_order_of_the_list(kickoff, alice):
    assert tick(kickoff, alice, "Minutes") == ["Minutes"]
    assert tick(kickoff, alice, "Plan") == ["Plan", "Minutes"]
    assert tick(kickoff, alice, "Plan", is_done=False) == ["Minutes"]
    assert tick(kickoff, alice, "Somebody else’s") == ["Minutes"]


def test_what_is_no_deliverable_any_more_is_not_delivered(kickoff, alice):
    tick(kickoff, alice, "Minutes")

    assert change(kickoff, alice, deliverables=["Plan"]).delivered == []


def test_whose_it_is_stands_in_the_text_too(kickoff, alice):
    assert (kickoff.owned_by, kickoff.owner) == (alice, "Alice")

    handed_over = change(kickoff, alice, owner="Zoe")
    assert (handed_over.owned_by, handed_over.owner) == (None, "Zoe")
