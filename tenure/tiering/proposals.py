"""Who should look after a customer, by how full the books are and by what they have in common."""

from tenure.customers.models import Customer
from tenure.programme.in_force import tiers
from tenure.tiering.queries.books import books, wanted_for
from tenure.tiering.rules.books import Suggestion, Wanted, suggestions


def propose_csm(customer: Customer) -> Suggestion | None:
    """The best of those who have room; None when nobody has, and somebody has to be found."""
    best = suggested(wanted_for(customer))[:1]
    return best[0] if best and best[0].has_room else None


def suggested(wanted: Wanted) -> list[Suggestion]:
    """Everybody with a book, the best first. Who leads the team and has none is not asked."""
    return suggestions(wanted, books(), tiers())
