"""Advisory boards and user groups over the API: their members, and the meetings that they held."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from tenure.advocacy import actions
from tenure.advocacy import group_schemas as wire
from tenure.advocacy.api import router
from tenure.advocacy.finding import contact_of, member_of, visible_group
from tenure.advocacy.models import Group
from tenure.customers.finding import editable_customer
from tenure.foundation.checking import cleared
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.versions import seen_at
from tenure.people.callers import ApiRequest, Area, reads, refuse_strangers, writes

MEMBER, MEETING = "where m.id = %s", "where e.id = %s"


@router.get(
    "/advocacy-groups", response={200: answers.answer_of(list[wire.AdvocacyGroup], "Groups")}
)
@reads(Area.ADVOCACY)
def list_groups(request: ApiRequest) -> HttpResponse:
    """Advisory boards and user groups by name."""
    refuse_strangers(request)
    return answers.rows(wire.GROUPS, "order by g.name, g.id", [])


@router.post(
    "/advocacy-groups", response={201: answers.answer_of(wire.WholeAdvocacyGroup, "NewGroup")}
)
@writes(Area.ADVOCACY)
@once
def open_group(request: ApiRequest, body: wire.NewAdvocacyGroup) -> HttpResponse:
    """Open an advisory board or a user group; no two have the same name."""
    group = actions.open_group(by=request.auth, at=timezone.now(), **body.given)
    return answers.row(wire.WHOLE_GROUPS, "where g.id = %s", [group.id], 201)


@router.get(
    "/advocacy-groups/{group_id}",
    response={200: answers.answer_of(wire.WholeAdvocacyGroup, "Group")},
)
@reads(Area.ADVOCACY)
def show_group(request: ApiRequest, group_id: UUID) -> HttpResponse:
    """A group with its members, also those who left, and its meetings."""
    visible_group(group_id, request.auth.person)
    return answers.row(wire.WHOLE_GROUPS, "where g.id = %s", [group_id])


@router.put(
    "/advocacy-groups/{group_id}",
    response={200: answers.answer_of(wire.WholeAdvocacyGroup, "Group")},
)
@writes(Area.ADVOCACY)
def change_group(request: ApiRequest, group_id: UUID, body: wire.ChangedGroup) -> HttpResponse:
    """Give a group another name or purpose."""
    group = visible_group(group_id, request.auth.person)
    changes = cleared(Group, body.given)
    actions.change_group(
        group=group, changes=changes, seen_at=seen_at(request), by=request.auth, at=timezone.now()
    )
    return answers.row(wire.WHOLE_GROUPS, "where g.id = %s", [group_id])


@router.post(
    "/advocacy-groups/{group_id}/members",
    response={201: answers.answer_of(wire.GroupMember, "NewMember")},
)
@writes(Area.ADVOCACY)
@once
def add_member(request: ApiRequest, group_id: UUID, body: wire.NewGroupMember) -> HttpResponse:
    """Take in somebody of a customer, or the customer as a whole, from today on."""
    group = visible_group(group_id, request.auth.person)
    customer = editable_customer(body.customer_id, request.auth.person)
    member = actions.add_member(
        group=group, customer=customer, contact=contact_of(customer, body.contact_id),
        by=request.auth, at=timezone.now(),
    )  # fmt: skip
    return answers.row(wire.MEMBERS, MEMBER, [member.id], 201)


@router.post(
    "/advocacy-groups/{group_id}/members/{member_id}/leave",
    response={201: answers.answer_of(wire.GroupMember, "LeftMember")},
)
@writes(Area.ADVOCACY)
@once
def remove_member(request: ApiRequest, group_id: UUID, member_id: UUID) -> HttpResponse:
    """They leave the group today. What they came to stays."""
    member = member_of(str(member_id), visible_group(group_id, request.auth.person))
    editable_customer(member.customer_id, request.auth.person)
    actions.remove_member(member=member, by=request.auth, at=timezone.now())
    return answers.row(wire.MEMBERS, MEMBER, [member_id], 201)


@router.post(
    "/advocacy-groups/{group_id}/members/{member_id}/keep",
    response={201: answers.answer_of(wire.GroupMember, "KeptMember")},
)
@writes(Area.ADVOCACY)
@once
def keep_member(request: ApiRequest, group_id: UUID, member_id: UUID) -> HttpResponse:
    """That they left was a mistake: they have been a member all the time. Who comes back joins anew."""
    member = member_of(str(member_id), visible_group(group_id, request.auth.person))
    editable_customer(member.customer_id, request.auth.person)
    actions.keep_member(member=member, by=request.auth, at=timezone.now())
    return answers.row(wire.MEMBERS, MEMBER, [member_id], 201)


@router.post(
    "/advocacy-groups/{group_id}/meetings",
    response={201: answers.answer_of(wire.GroupMeeting, "NewMeeting")},
)
@writes(Area.ADVOCACY)
@once
def hold_meeting(request: ApiRequest, group_id: UUID, body: wire.NewGroupMeeting) -> HttpResponse:
    """Write down a meeting, and of its members who came and who contributed."""
    told: dict[str, Any] = {"held_on": timezone.localdate(), "came": []} | body.given
    meeting = actions.hold_meeting(
        group=visible_group(group_id, request.auth.person),
        by=request.auth,
        at=timezone.now(),
        **told,
    )
    return answers.row(wire.MEETINGS, MEETING, [meeting.id], 201)
