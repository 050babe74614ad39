"""The filters of the customer list: what each offers, what is chosen, where a choice leads."""

from collections.abc import Sequence
from dataclasses import dataclass

from tenure.customers.words import CustomerStatus
from tenure.people.models import Person
from tenure.portfolio.filters import ALL, CURRENT, NOBODY, RENEWAL_DAYS, ListState, Sort
from tenure.portfolio.listing.address import Address
from tenure.programme.words import ChurnRisk, Tier

type Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Choice:
    """Something that a filter offers, and the address of the list with it chosen (or given up)."""

    value: str
    label: str
    is_chosen: bool
    href: str


@dataclass(frozen=True)
class Filter:
    """A filter with its choices, and how its chip says what is chosen."""

    name: str
    title: str
    choices: Sequence[Choice]
    said: str


@dataclass(frozen=True)
class Filters:
    """Makes the filters of a list: of some one value counts, of others several do."""

    state: ListState
    address: Address
    person: Person
    csms: Sequence[Person]

    def all(self) -> list[Filter]:
        state = self.state
        renewing = (str(state.renewing),) if state.renewing else ()
        return [
            self._one("csm", "CSM", self._people(), (state.csm,)),
            self._one("status", "Status", STATUSES, state.statuses),
            self._many("tier", "Tier", Tier.choices(), state.tiers),
            self._many("risk", "Risk", ChurnRisk.choices(), state.risks),
            self._one("renewing", "Renews", renewals(state.renewing), renewing),
            self._one("sort", "Order", Sort.choices(), (state.sort,)),
        ]

    def _people(self) -> Pairs:
        """Everybody with a book, the own one first; and whoever the address names."""
        own = str(self.person.id)
        people = [(str(p.id), "Me" if str(p.id) == own else p.name) for p in self.csms]
        people.sort(key=lambda pair: pair[0] != own)
        offered = [(ALL, "Anybody"), *people, (NOBODY, "Nobody")]
        is_offered = any(value == self.state.csm for value, _ in offered)
        return offered if is_offered else [*offered, (self.state.csm, "Somebody else")]

    def _one(self, name: str, title: str, offered: Pairs, chosen: Sequence[str]) -> Filter:
        """A filter of which one value counts; choosing it again gives it up."""
        return self._filter(name, title, [
            Choice(value, label, value in chosen,
                   self.address.having(name, [] if value in chosen else [value]))
            for value, label in offered
        ])  # fmt: skip

    def _many(self, name: str, title: str, offered: Pairs, chosen: Sequence[str]) -> Filter:
        """A filter of which several values count; each is chosen and given up by itself."""
        return self._filter(name, title, [
            Choice(value, label, value in chosen,
                   self.address.having(name, sorted({*chosen} ^ {value})))
            for value, label in offered
        ])  # fmt: skip

    def _filter(self, name: str, title: str, choices: Sequence[Choice]) -> Filter:
        people = {str(person.id) for person in self.csms} - {str(self.person.id)}
        said = [
            choice.label if choice.value in people else choice.label.partition(",")[0].lower()
            for choice in choices
            if choice.is_chosen
        ]
        return Filter(name, title, choices, ", ".join(said) or "any")


STATUSES: Pairs = [(CURRENT, "Current"), *CustomerStatus.choices(), (ALL, "All")]


def renewals(chosen: int | None) -> Pairs:
    days = sorted({*RENEWAL_DAYS, chosen} if chosen else RENEWAL_DAYS)
    return [(str(number), f"In {number} days") for number in days]
