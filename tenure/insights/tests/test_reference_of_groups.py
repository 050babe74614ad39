"""Random user groups against loops over the same members and meetings."""

import random
from datetime import date

import pytest

from tenure.advocacy.models import Group, GroupMeeting, Member
from tenure.insights.tests.making import SINCE, told, value
from tenure.insights.tests.world import FIRST, LAST, a_day, here, share


def gather(dice, group, some):
    for one in dice.sample(some, 6):
        joined = a_day(dice)
        left = dice.choice([None, None, max(joined, a_day(dice))])
        Member.objects.create(group=group, customer=one, joined_on=joined, left_on=left)


def meet(dice, group):
    invited = [one.id for one in group.members.all()]
    came = [one for one in invited if dice.random() < 0.5]
    spoke = [one for one in came if dice.random() < 0.5]
    GroupMeeting.objects.create(group=group, held_on=a_day(dice), subject="x", invited=invited,
                                came=came, contributed=spoke)  # fmt: skip


@pytest.fixture
def groups(some):
    dice = random.Random(some[0].contract_starts_on.toordinal())
    for kind, name in (
        ("USER_GROUP", "Users"),
        ("USER_GROUP", "More"),
        ("ADVISORY_BOARD", "Board"),
    ):
        group = Group.objects.create(kind=kind, name=name, created_at=SINCE)
        gather(dice, group, some)
        for _ in range(4):
            meet(dice, group)
    return Group.objects.filter(kind="USER_GROUP")


def test_members_agree(some, groups):
    them = {
        one.customer_id for one in Member.objects.filter(group__in=groups)
        if one.joined_on <= LAST < (one.left_on or date.max)
    }  # fmt: skip

    assert value("community_members") == pytest.approx(share(one.id in them for one in here(some)))


def test_meetings_agree(some, groups):
    met = GroupMeeting.objects.filter(group__in=groups, held_on__range=(FIRST, LAST))
    came = [id in one.came for one in met for id in one.invited]
    invited = {id for one in met for id in one.invited}
    spoke = {id for one in met for id in one.contributed}

    assert value("community_attendance") == (pytest.approx(share(came)) if came else None)
    heard = share(id in spoke for id in invited)
    assert told("community_contributors") == (pytest.approx(heard) if invited else None)
