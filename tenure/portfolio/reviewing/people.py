"""Who comes to a review: the programme's roles, and who stands for each at this customer."""

from collections.abc import Iterator

from tenure.customers.models import Customer, Stakeholder
from tenure.people.models import Person
from tenure.plans.roles import ROLES
from tenure.programme.in_force import programme
from tenure.programme.words import Cadence, Owner
from tenure.reviews.lines import Attendee
from tenure.reviews.models import ReviewType

ROLE_OF_OURS = {Owner.CSM_MANAGER: "manager", Owner.VP_CUSTOMER_SUCCESS: "executive"}


def propose_attendees(customer: Customer, kind: ReviewType) -> list[Attendee]:
    """Those whom the programme names, as far as anybody stands for them. A role that more than one
    of ours has is left out: nobody knows which one."""
    usual = programme().reviews.kind(Cadence(kind.value)) if Cadence.has(kind.value) else None
    roles = usual.attendees if usual else (Owner.CSM, Owner.SPONSOR, Owner.CHAMPION)
    people = list(Stakeholder.objects.filter(customer=customer).present().order_by("name", "id"))
    found = [one for role in roles for one in _standing_for(role, customer, people)]
    return list(dict.fromkeys(found))


def _standing_for(role: Owner, customer: Customer, people: list[Stakeholder]) -> Iterator[Attendee]:
    if role == Owner.CSM:
        csm = customer.success_profile.csm
        if csm:
            yield our(csm)
    elif role in ROLE_OF_OURS:
        ours = list(Person.objects.filter(role=ROLE_OF_OURS[role], is_active=True)[:2])
        if len(ours) == 1:
            yield our(ours[0])
    elif role in ROLES:
        yield from (their(one) for one in people if one.role == ROLES[role])


def our(person: Person) -> Attendee:
    return Attendee(person.name, person.role_class.title, person.email, ours=True)


def their(person: Stakeholder) -> Attendee:
    return Attendee(person.name, person.title or person.get_role_display(), person.email)
