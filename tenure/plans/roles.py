"""Who stands in for which role of a template: our CSM, and the people at the customer by role."""

from collections.abc import Mapping
from dataclasses import dataclass

from tenure.customers.models import Customer, Stakeholder
from tenure.customers.words import StakeholderRole
from tenure.people.models import Person
from tenure.programme.words import Owner

ROLES = {
    Owner.SPONSOR: StakeholderRole.SPONSOR,
    Owner.CHAMPION: StakeholderRole.CHAMPION,
    Owner.ADMINISTRATOR: StakeholderRole.TECHNICAL,
}


@dataclass(frozen=True)
class Roles:
    """Who is who for one customer."""

    csm: Person | None
    theirs: Mapping[str, str]

    @classmethod
    def at(cls, customer: Customer) -> "Roles":
        people = Stakeholder.objects.filter(customer=customer).present().order_by("-name")
        return cls(customer.success_profile.csm, {one.role: one.name for one in people})

    def name(self, owner: Owner) -> str:
        """A name where somebody is known, else the role's own words."""
        if owner == Owner.CSM and self.csm:
            return self.csm.name
        role = ROLES.get(owner)
        return self.theirs.get(role.value, "") if role and role in self.theirs else owner.label

    def person(self, owner: Owner) -> Person | None:
        """Who of us sees to it: the CSM also to what the customer has to do."""
        ours = (Owner.CSM, Owner.SPONSOR, Owner.CHAMPION, Owner.ADMINISTRATOR, Owner.CUSTOMER)
        return self.csm if owner in ours else None
