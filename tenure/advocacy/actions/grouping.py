"""Groups of advocates: open one, take members in, hold meetings."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from tenure.advocacy.actions.recording import of_the_customer
from tenure.advocacy.models import Group, GroupMeeting, Member
from tenure.advocacy.words import GroupKind
from tenure.customers.models import Customer, Stakeholder
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import refuse_changed, save
from tenure.foundation.refusals import Conflict, Invalid


class AlreadyLeft(Conflict):
    """They left before."""


class NeverLeft(Conflict):
    """They are a member."""


@deed("group.opened", "opened the group {subject}")
def open_group(*, kind: GroupKind, name: str, purpose: str = "", by: Author, at: datetime) -> Group:
    group = Group(kind=kind, name=name.strip(), purpose=purpose.strip(), created_at=at)
    save(group)
    tell(subject=group.name)
    return group


@deed("group.changed", "changed the group {subject}")
def change_group(
    *,
    group: Group,
    changes: Mapping[str, str],
    seen_at: datetime | None = None,
    by: Author,
    at: datetime,
) -> Group:
    """Another `name` or `purpose`; what kind of group it is stays."""
    group = Group.objects.select_for_update(no_key=True).get(id=group.id)
    refuse_changed(group, seen_at)
    for name, new in changes.items():
        setattr(group, name, new.strip())
    save(group)
    tell(subject=group.name)
    return group


@deed("member.added", "took {subject} into {group}")
def add_member(
    *, group: Group, customer: Customer, contact: Stakeholder | None, by: Author, at: datetime
) -> Member:
    member = Member(
        group=group, customer=customer, contact=contact, joined_on=at.date(), created_at=at
    )
    of_the_customer(contact, customer.id)
    save(member)
    tell(customer_id=customer.id, subject=str(member), group=group.name)
    return member


@deed("member.removed", "noted that {subject} left {group}")
def remove_member(*, member: Member, by: Author, at: datetime) -> Member:
    member = _locked(member)
    if member.left_on:
        raise AlreadyLeft("They left before.")
    member.left_on = at.date()
    return _kept(member)


@deed("member.retained", "noted that {subject} did not leave {group}")
def keep_member(*, member: Member, by: Author, at: datetime) -> Member:
    """That they left was a mistake: they have been a member all the time. Who comes back joins anew."""
    member = _locked(member)
    if member.left_on is None:
        raise NeverLeft("They are a member.")
    member.left_on = None
    return _kept(member)


def _locked(member: Member) -> Member:
    found = Member.objects.select_for_update(of=["self"], no_key=True)
    return found.select_related("customer", "contact", "group").get(id=member.id)


def _kept(member: Member) -> Member:
    save(member)
    tell(customer_id=member.customer_id, subject=str(member), group=member.group.name)
    return member


@deed("meeting.held", "held “{meeting}” of {subject}: {came} of {invited} came")
def hold_meeting(
    *,
    group: Group,
    held_on: date,
    subject: str,
    came: Sequence[UUID],
    contributed: Sequence[UUID] = (),
    notes: str = "",
    by: Author,
    at: datetime,
) -> GroupMeeting:
    """Invited is whoever was a member on that day."""
    if held_on > timezone.localdate(at):
        raise Invalid("A meeting that lies ahead was not held.", {"held_on": "lies ahead"})
    found = Member.objects.filter(group=group, joined_on__lte=held_on)
    invited = {id for id, left in found.values_list("id", "left_on") if not left or left >= held_on}
    if not set(came) <= invited:
        raise Invalid("Somebody who came was no member on that day.", {"came": "choose members"})
    if not set(contributed) <= set(came):
        words = "Who contributed also came."
        raise Invalid(words, {"contributed": words})
    meeting = GroupMeeting(
        group=group, held_on=held_on, subject=subject.strip(), notes=notes.strip(), created_at=at,
        invited=sorted(invited), came=sorted({*came}), contributed=sorted({*contributed}),
    )  # fmt: skip
    save(meeting)
    tell(subject=group.name, meeting=meeting.subject, came=len(meeting.came), invited=len(invited))
    return meeting
