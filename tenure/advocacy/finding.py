"""Looking up favours, groups and members, within what a person may see and change."""

from uuid import UUID

from django.http import Http404

from tenure.advocacy.models import AdvocacyActivity, Consent, Group, Member
from tenure.customers.models import Customer, Stakeholder
from tenure.foundation.refusals import Invalid
from tenure.people.models import Person
from tenure.people.permissions import Permission


def visible_favour(favour_id: UUID, person: Person) -> AdvocacyActivity:
    seen = AdvocacyActivity.objects.visible_to(person).select_related(
        "customer__current_health", "customer__success_profile__csm", "contact", "deal"
    )
    found: AdvocacyActivity | None = seen.filter(id=favour_id).first()
    if found is None:
        raise Http404("There is no such favour.")
    return found


def visible_group(group_id: UUID, person: Person) -> Group:
    found = Group.objects.filter(id=group_id).first()
    if found is None or not person.may(Permission.CUSTOMERS_VIEW):
        raise Http404("There is no such group.")
    return found


def consent_of(consent_id: str, customer: Customer) -> Consent:
    found = Consent.objects.filter(id=_id(consent_id), customer=customer).first()
    if found is None:
        raise Http404("There is no such consent.")
    return found


def member_of(member_id: str, group: Group) -> Member:
    members = Member.objects.filter(id=_id(member_id), group=group)
    found = members.select_related("customer", "contact").first()
    if found is None:
        raise Http404("There is no such member.")
    return found


def contact_of(customer: Customer, contact_id: UUID | None) -> Stakeholder | None:
    """Somebody of the customer who is still there; None stands for the customer as a whole."""
    if contact_id is None:
        return None
    there = Stakeholder.objects.filter(customer=customer, left_on=None)
    found = there.filter(id=contact_id).first()
    if found is None:
        words = "is nobody of this customer"
        raise Invalid(f"contactId {words}.", {"contactId": words})
    return found


def _id(told: str) -> UUID:
    try:
        return UUID(told)
    except ValueError:
        raise Http404("That is no id.") from None
