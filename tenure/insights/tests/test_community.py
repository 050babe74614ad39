"""Metrics of user groups and of who came through whom, each worked by hand."""

from datetime import UTC, date, datetime

from tenure.advocacy import actions
from tenure.customers.models import Customer, Lead, Stakeholder
from tenure.insights.tests.making import DAY, SINCE, told, value
from tests.moments import NOON

TENTH = DAY.date()
JOINED = datetime(2026, 9, 1, 9, tzinfo=UTC)


def group(by, kind="USER_GROUP", name="Users"):
    return actions.open_group(kind=kind, name=name, by=by, at=SINCE)


def join(group, customer, by, name=""):
    contact = Stakeholder.objects.create(customer=customer, name=name) if name else None
    return actions.add_member(group=group, customer=customer, contact=contact, by=by, at=JOINED)


def meet(group, by, came, spoke=(), day: date = TENTH):
    actions.hold_meeting(
        group=group, held_on=day, subject="x", came=[one.id for one in came],
        contributed=[one.id for one in spoke], by=by, at=NOON,
    )  # fmt: skip


def test_without_a_user_group_nothing_of_it_is_known(two, mona):
    meet(board := group(mona, "ADVISORY_BOARD"), mona, [])
    join(board, two[0], mona)
    assert value("community_members") is None
    assert (told("community_contributors"), told("community_attendance")) == (None, None)


def test_a_group_that_nobody_joined_has_no_customers(two, mona):
    group(mona)
    assert value("community_members") == 0


def test_members_count_once_a_customer_and_contributors_once_a_member(two, mona):
    users = group(mona)
    zoe, yan = (join(users, two[0], mona, name) for name in ("Zoe", "Yan"))
    meet(users, mona, [zoe, yan], [zoe])
    meet(users, mona, [zoe], [zoe], day=date(2026, 10, 20))
    meet(users, mona, [yan], [yan], day=date(2026, 9, 20))

    assert value("community_members") == 50  # one of two customers
    assert told("community_contributors") == 50  # Zoe of Zoe and Yan
    assert told("community_attendance") == 75  # two and one of twice two


def test_who_left_before_the_end_is_no_member(two, mona):
    users = group(mona)
    member = join(users, two[0], mona)
    actions.remove_member(member=member, by=mona, at=DAY)
    assert value("community_members") == 0


def test_new_customers_that_came_by_referral(two, mona):
    assert value("referral_rate") is None
    sources = zip(two, ("Referral of a customer", "Trade fair"), strict=True)
    for number, (customer, source) in enumerate(sources):
        lead = Lead.objects.create(
            name="x", source=source, received_at=SINCE, external_id=str(number)
        )
        Customer.objects.filter(id=customer.id).update(lead=lead, customer_since=JOINED)
    assert value("referral_rate") == 50
    Lead.objects.update(source="")
    assert value("referral_rate") is None
