"""The books of CSMs: how many customers of each tier, industry and place are in each."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from tenure.customers.models import Customer, CustomerQuerySet, SuccessProfile
from tenure.foundation.database.prepared import all_rows
from tenure.people.models import Person
from tenure.people.roles import CSM
from tenure.programme.tiers import Tiers
from tenure.programme.words import Tier
from tenure.tiering.rules.books import Book, Wanted

# Whoever left is in nobody's book any more.
IN_BOOKS = """
select p.csm_id, c.tier, c.industry, coalesce(nullif(c.billing_state, ''), c.billing_country), count(*)
from customers_successprofile p
join customers_customer c on c.id = p.customer_id
where p.csm_id = any(%(csms)s::uuid[]) and c.status <> 'CHURNED'
group by 1, 2, 3, 4
"""


def books(csms: Sequence[UUID] | None = None) -> list[Book]:
    """Of these, or of every CSM and whoever else has a book. In the order of names."""
    people = Person.objects.csms() if csms is None else Person.objects.filter(id__in=list(csms))
    if csms is None:
        has_one = Exists(SuccessProfile.objects.filter(csm=OuterRef("id")))
        people = people.filter(Q(role=CSM.code) | has_one)
    names = dict(people.values_list("id", "name"))
    tiers: dict[UUID, dict[Tier, int]] = defaultdict(lambda: defaultdict(int))
    industries: dict[UUID, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    places: dict[UUID, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for csm, tier, industry, place, count in all_rows(IN_BOOKS, {"csms": list(names)}):
        tiers[csm][Tier(tier)] += count
        industries[csm][industry] += count
        places[csm][place] += count
    return [
        Book(csm, name, tiers[csm], industries[csm], places[csm]) for csm, name in names.items()
    ]


def wanted_for(customer: Customer) -> Wanted:
    """What counts when somebody is sought for this customer."""
    return Wanted(
        tier=Tier(customer.tier),
        industry=customer.industry,
        place=customer.billing_state or customer.billing_country,
        now_with=customer.success_profile.csm_id,
    )


def without_csm(tiers: Tiers) -> CustomerQuerySet:
    """Customers that are promised a CSM and have none, or one who was let go."""
    cared_for = [promise.code for promise in tiers.tier if promise.customers_per_csm]
    nobody = Q(success_profile__csm=None) | Q(success_profile__csm__is_active=False)
    found: CustomerQuerySet = Customer.objects.current().filter(nobody, tier__in=cared_for)
    return found.order_by("-annual_contract_value", "id")
