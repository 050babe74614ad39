"""Advisory boards and user groups, their members and meetings, over the API."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tenure.advocacy.models import Group, GroupMeeting, Member
from tenure.customers.models import Stakeholder

BOARD = {"kind": "ADVISORY_BOARD", "name": "Board", "purpose": "What comes next"}
NOBODY = "00000000-0000-7000-8000-000000000000"


@pytest.fixture
def zoe(acme):
    return Stakeholder.objects.create(customer=acme, name="Zoe Young")


@pytest.fixture
def group(mona_api):
    return f"/advocacy-groups/{mona_api.data('POST', '/advocacy-groups', BOARD)['id']}"


@pytest.fixture
def member(mona_api, group, acme, zoe):
    told = {"customerId": str(acme.id), "contactId": str(zoe.id)}
    return mona_api.data("POST", f"{group}/members", told)


def test_a_group_has_a_name_of_its_own(mona_api, group):
    mona_api.refusal(409, "POST", "/advocacy-groups", BOARD)
    mona_api.refusal(422, "POST", "/advocacy-groups", BOARD | {"kind": "CLUB", "name": "Club"})

    assert [one["name"] for one in mona_api.data("GET", "/advocacy-groups")] == ["Board"]
    told = mona_api.data("GET", group)
    assert (told["purpose"], told["memberships"], told["heldMeetings"]) == (
        BOARD["purpose"],
        [],
        [],
    )


def test_somebody_joins_once_and_leaves_once(mona_api, group, member, acme, zoe):
    assert (member["customerName"], member["contactName"]) == ("Acme", "Zoe Young")
    again = {"customerId": str(acme.id), "contactId": str(zoe.id)}
    mona_api.refusal(409, "POST", f"{group}/members", again)
    left = mona_api.data("POST", f"{group}/members/{member['id']}/leave")
    mona_api.refusal(409, "POST", f"{group}/members/{member['id']}/leave")

    told = mona_api.data("GET", group)
    assert (told["members"], told["memberships"]) == (0, [left])
    assert left["leftOn"] == left["joinedOn"]
    mona_api.data("POST", f"{group}/members", again)


def test_a_group_is_renamed_and_its_kind_stays(mona_api, group):
    told = mona_api.data("PUT", group, {"name": "Council", "purpose": None})
    assert (told["name"], told["purpose"], told["kind"]) == ("Council", None, "ADVISORY_BOARD")

    mona_api.data("POST", "/advocacy-groups", BOARD)
    mona_api.refusal(409, "PUT", group, {"name": "Board"})
    mona_api.refusal(422, "PUT", group, {"name": " "})
    mona_api.refusal(412, "PUT", group, {"purpose": "x"}, **{"If-Match": '"5e1"'})


def test_who_did_not_leave_after_all_was_a_member_all_the_time(mona_api, group, member, acme, zoe):
    them = {"customerId": str(acme.id), "contactId": str(zoe.id)}
    address = f"{group}/members/{member['id']}"
    mona_api.refusal(409, "POST", f"{address}/keep")
    mona_api.data("POST", f"{address}/leave")

    kept = mona_api.data("POST", f"{address}/keep")
    assert (kept["joinedOn"], kept["leftOn"]) == (member["joinedOn"], None)
    mona_api.data("POST", f"{address}/leave")
    mona_api.data("POST", f"{group}/members", them)
    mona_api.refusal(409, "POST", f"{address}/keep")


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [({"contactId": NOBODY}, 422, "contactId"), ({"customerId": NOBODY}, 404, None)],
)
def test_who_joins_is_somebody_of_a_customer(mona_api, group, acme, body, status, field):
    said = mona_api.refusal(status, "POST", f"{group}/members", {"customerId": str(acme.id)} | body)

    assert [one["field"] for one in said["errors"]] == ([field] if field else [])
    assert not Member.objects.exists()


def test_who_left_the_customer_joins_no_more(mona_api, group, acme, zoe):
    Stakeholder.objects.update(left_on=timezone.localdate())
    told = {"customerId": str(acme.id), "contactId": str(zoe.id)}

    mona_api.refusal(422, "POST", f"{group}/members", told)


def test_a_meeting_tells_who_was_invited_came_and_contributed(mona_api, group, member):
    who = [member["id"]]
    told = {"subject": "The year ahead", "came": who * 2, "contributed": who, "notes": "Lively"}
    met = mona_api.data("POST", f"{group}/meetings", told)

    assert (met["invited"], met["came"], met["contributed"]) == (who, who, who)
    assert met["heldOn"][:10] == timezone.localdate().isoformat()
    shown = mona_api.data("GET", group)
    assert (shown["heldMeetings"], shown["lastMetOn"]) == ([met], met["heldOn"])


def test_a_meeting_that_cannot_be_is_refused_with_its_field(mona_api, group, member):
    ahead = (timezone.localdate() + timedelta(days=2)).isoformat()
    for body, field in (
        ({"came": [NOBODY]}, "came"),
        ({"contributed": [member["id"]]}, "contributed"),
        ({"heldOn": ahead}, "heldOn"),
        ({"subject": " "}, "subject"),
    ):
        said = mona_api.refusal(422, "POST", f"{group}/meetings", {"subject": "X"} | body)
        assert [one["field"] for one in said["errors"]] == [field]
    assert not GroupMeeting.objects.exists()


def test_a_member_of_another_group_is_not_found_here(mona_api, group, member):
    other = mona_api.data("POST", "/advocacy-groups", BOARD | {"name": "Another"})["id"]

    mona_api.refusal(404, "POST", f"/advocacy-groups/{other}/members/{member['id']}/leave")
    assert Member.objects.get().left_on is None


def test_a_csm_takes_in_and_lets_go_the_own_book_alone(api, bob, alice, group, member, acme):
    api(bob).refusal(403, "POST", f"{group}/members", {"customerId": str(acme.id)})
    api(bob).refusal(403, "POST", f"{group}/members/{member['id']}/leave")
    assert Member.objects.get().left_on is None

    api(alice).data("POST", f"{group}/members", {"customerId": str(acme.id)})


def test_groups_are_told_to_the_team_and_changed_by_who_may_edit(api, carl, erin, group):
    api(carl).refusal(403, "GET", "/advocacy-groups")
    api(carl).refusal(404, "GET", group)
    assert api(erin).data("GET", group)["name"] == "Board"
    for who in (carl, erin):
        api(who).refusal(403, "POST", "/advocacy-groups", BOARD | {"name": "Mine"})
        api(who).refusal(403, "POST", f"{group}/meetings", {"subject": "X"})

    assert (Group.objects.count(), GroupMeeting.objects.count()) == (1, 0)


def test_a_token_of_another_area_reads_nothing(api, mona, group):
    api(mona, areas=["plans"]).refusal(403, "GET", group)
    assert api(mona, areas=["advocacy"]).data("GET", group)["name"] == "Board"
