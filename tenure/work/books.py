"""The touchpoints that the customers of a CSM's book are promised in a month, and which they had."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tenure.customers.models import Customer
from tenure.people.models import Person
from tenure.programme.words import Tier
from tenure.work.queries import Kept, kept_in


@dataclass(frozen=True)
class Owed:
    """A customer that had fewer touchpoints than it is promised."""

    customer_id: UUID
    name: str
    kept: Kept

    @property
    def missing(self) -> int:
        return (self.kept.promised or 0) - self.kept.held


@dataclass(frozen=True)
class BookKept:
    """`promised` counts the customers that are promised something, `kept` those that had it."""

    month: date
    promised: int
    owed: list[Owed]

    @property
    def kept(self) -> int:
        return self.promised - len(self.owed)


def kept_in_book(month: date, csm: Person) -> BookKept:
    """The customers of the book that nothing is promised to are left out. Most is owed to the first."""
    found = Customer.objects.current().owned_by(csm).values_list("id", "name", "tier")
    book = {customer_id: (name, Tier(tier)) for customer_id, name, tier in found}
    kept = kept_in(month, {customer_id: tier for customer_id, (_, tier) in book.items()})
    owed = [
        Owed(customer_id, book[customer_id][0], one)
        for customer_id, one in kept.items()
        if one.is_kept is False
    ]
    promised = sum(one.is_kept is not None for one in kept.values())
    return BookKept(month, promised, sorted(owed, key=lambda one: (-one.missing, one.name)))
