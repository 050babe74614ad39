"""Advisory boards and user groups: members, meetings, who came and who said something."""

from datetime import date, timedelta

import pytest

from tenure.advocacy import actions
from tenure.advocacy.models import GroupMeeting, Member
from tenure.foundation.refusals import Conflict, Invalid
from tests.moments import NOON, TODAY


@pytest.fixture
def board(mona):
    return actions.open_group(kind="ADVISORY_BOARD", name="Board", by=mona, at=NOON)


@pytest.fixture
def member(board, acme, mona):
    return actions.add_member(group=board, customer=acme, contact=None, by=mona, at=NOON)


def hold(board, by, came=(), day: date = TODAY, **more):
    told = {"subject": "The year ahead"} | more
    return actions.hold_meeting(
        group=board,
        held_on=day,
        came=[one.id for one in came],
        by=by,
        at=NOON + (day - TODAY),
        **told,
    )


def test_a_group_has_a_name_of_its_own(board, mona):
    for name in ("Board", " "):
        with pytest.raises((Conflict, Invalid)):
            actions.open_group(kind="USER_GROUP", name=name, by=mona, at=NOON)


def test_nobody_is_a_member_twice_at_a_time(board, acme, member, mona):
    with pytest.raises(Conflict, match="They are a member already"):
        actions.add_member(group=board, customer=acme, contact=None, by=mona, at=NOON)
    actions.remove_member(member=member, by=mona, at=NOON)
    with pytest.raises(actions.AlreadyLeft):
        actions.remove_member(member=member, by=mona, at=NOON)
    actions.add_member(group=board, customer=acme, contact=None, by=mona, at=NOON)
    assert Member.objects.count() == 2


def test_invited_is_who_was_a_member_that_day(board, member, globex, mona):
    later = actions.add_member(
        group=board, customer=globex, contact=None, by=mona, at=NOON + timedelta(days=9)
    )
    met = hold(board, mona, [member], contributed=[member.id])
    assert (met.invited, met.came, met.contributed) == ([member.id], [member.id], [member.id])
    with pytest.raises(Invalid, match="no member on that day"):
        hold(board, mona, [later])
    assert hold(board, mona, day=TODAY + timedelta(days=9)).invited == sorted([member.id, later.id])


def test_who_contributed_also_came(board, member, mona):
    with pytest.raises(Invalid, match="also came"):
        hold(board, mona, [], contributed=[member.id])
    assert not GroupMeeting.objects.exists()


def test_nobody_is_invited_before_there_are_members(board, mona):
    assert hold(board, mona).invited == []
