"""Which state may follow which."""

import pytest

from tenure.requests.rules import ENDED, FOLLOWS, OPEN, before, may_follow, may_go_back
from tenure.requests.words import RequestState

ASKED, ACKNOWLEDGED, PLANNED, DELIVERED, DECLINED = RequestState


def test_the_table_knows_every_state_and_what_ended_is_followed_by_nothing():
    assert set(FOLLOWS) == set(RequestState)
    assert ENDED == (DELIVERED, DECLINED)
    assert OPEN == (ASKED, ACKNOWLEDGED, PLANNED)


@pytest.mark.parametrize("state", RequestState)
@pytest.mark.parametrize("to", RequestState)
def test_no_step_leads_both_forward_and_back(state, to):
    assert not (may_follow(state, to) and may_go_back(state, to))
    assert not may_follow(state, state)


@pytest.mark.parametrize(
    ("state", "earlier"),
    [(ASKED, None), (ACKNOWLEDGED, ASKED), (PLANNED, ACKNOWLEDGED), (DELIVERED, ACKNOWLEDGED),
     (DECLINED, ACKNOWLEDGED)],
)  # fmt: skip
def test_what_is_opened_again_stands_where_it_was_heard(state, earlier):
    assert before(state) == earlier
    assert earlier is None or may_go_back(state, earlier)


def test_an_ending_is_not_taken_back_to_another_ending():
    assert not may_go_back(DELIVERED, DECLINED)
    assert not may_go_back(DECLINED, DELIVERED)
