"""Advisory boards and user groups on the wire: who belongs to them, and when they met."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from tenure.advocacy.words import GroupKind
from tenure.foundation.rest.kinds import Day, Instant, Name, up_to
from tenure.foundation.rest.wire import Resource, Sql, Wire, absent

MOST_WHO_COME = 5_000
Notes = Annotated[str, up_to(5_000)]
Members = Annotated[list[UUID], Field(max_length=MOST_WHO_COME)]


class AdvocacyGroup(Wire):
    """An advisory board or a user group, with how many belong to it now and how often it met."""

    id: UUID
    kind: GroupKind
    name: str
    purpose: str | None
    members: Annotated[
        int,
        Sql(
            "(select count(*) from advocacy_member m where m.group_id = g.id and m.left_on is null)"
        ),
    ]
    meetings: Annotated[
        int, Sql("(select count(*) from advocacy_groupmeeting m where m.group_id = g.id)")
    ]
    last_met_on: Annotated[
        Day | None,
        Sql(
            "(select max(held_on)::timestamptz from advocacy_groupmeeting m where m.group_id = g.id)"
        ),
    ]
    created_at: Instant
    updated_at: Instant


GROUPS = Resource(AdvocacyGroup, "advocacy_group g", "g")


class GroupMember(Wire):
    """Somebody of a customer, or the customer as a whole, from when until when."""

    id: UUID
    group_id: UUID
    customer_id: UUID
    customer_name: Annotated[str, Sql("c.name")]
    contact_id: UUID | None = Field(description="A stakeholder; null: the customer as a whole.")
    contact_name: Annotated[str | None, Sql("s.name")]
    joined_on: Day
    left_on: Day | None = Field(description="Null: they belong to it.")
    created_at: Instant
    updated_at: Instant


MEMBERS = Resource(
    GroupMember,
    "advocacy_member m join customers_customer c on c.id = m.customer_id"
    " left join customers_stakeholder s on s.id = m.contact_id",
    "m",
)


class GroupMeeting(Wire):
    """A meeting that was held. Who was invited, came and contributed are members."""

    id: UUID
    group_id: UUID
    held_on: Day
    subject: str
    notes: str | None
    invited: list[UUID] = Field(description="Whoever was a member on that day.")
    came: list[UUID]
    contributed: list[UUID]
    created_at: Instant
    updated_at: Instant


MEETINGS = Resource(GroupMeeting, "advocacy_groupmeeting e", "e")


class WholeAdvocacyGroup(AdvocacyGroup):
    """A group with everybody who belongs or belonged to it, and its meetings, the newest first."""

    memberships: Annotated[
        list[GroupMember],
        Sql(MEMBERS.array("where m.group_id = g.id order by c.name, s.name, m.joined_on, m.id")),
    ]
    held_meetings: Annotated[
        list[GroupMeeting],
        Sql(MEETINGS.array("where e.group_id = g.id order by e.held_on desc, e.id desc")),
    ]


WHOLE_GROUPS = Resource(WholeAdvocacyGroup, "advocacy_group g", "g")


class NewAdvocacyGroup(Wire):
    kind: GroupKind
    name: Name
    purpose: Notes = absent()


class ChangedGroup(Wire):
    name: Name = absent()
    purpose: Notes | None = absent()


class NewGroupMember(Wire):
    """Without `contactId` it is the customer as a whole."""

    customer_id: UUID
    contact_id: UUID | None = absent()


class NewGroupMeeting(Wire):
    """Unless told, it was held today."""

    model_config = ConfigDict(json_schema_extra={"example": {"subject": "The year ahead"}})

    held_on: Day = absent()
    subject: Name
    came: Members = absent()
    contributed: Members = absent()
    notes: Notes = absent()
