"""One page of the customer list: its rows, its strip, its filters with what else they offer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from django.http import QueryDict

from tenure.customers.models import Customer
from tenure.customers.words import CustomerStatus
from tenure.people.models import Person
from tenure.portfolio import queries
from tenure.portfolio.filters import ALL, CURRENT, NOBODY, RENEWAL_DAYS, UNSCORED, Sort, read_state
from tenure.portfolio.queries import ROWS_ON_A_PAGE, Band, NextStep
from tenure.programme.words import ChurnRisk, HealthLevel, Tier

type Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Row:
    """A customer as the list shows it."""

    customer: Customer
    scores: list[int | None]
    step: NextStep | None
    late_days: int


@dataclass(frozen=True)
class Choice:
    """Something that a filter offers, and the address of the list with it chosen (or given up)."""

    value: str
    label: str
    is_chosen: bool
    href: str


@dataclass(frozen=True)
class Column:
    title: str
    right: bool
    href: str | None
    is_sorted: bool
    direction: str


COLUMNS = (
    ("Customer", Sort.NAME, "ascending", False),
    ("Health", Sort.HEALTH, "ascending", False),
    ("26 weeks", None, "", False),
    ("What changed", Sort.CHANGE, "ascending", False),
    ("Value", Sort.VALUE, "descending", True),
    ("Renews", Sort.RENEWAL, "ascending", True),
    ("Plan and next milestone", None, "", False),
    ("Last contact", Sort.CONTACT, "ascending", True),
)


@dataclass(frozen=True)
class Filter:
    """A filter with its choices."""

    name: str
    title: str
    choices: Sequence[Choice]

    @property
    def said(self) -> str:
        """What is chosen, as the chip says it."""
        chosen = [choice.label for choice in self.choices if choice.is_chosen]
        return ", ".join(label.partition(",")[0].lower() for label in chosen) or "any"


class Listing:
    """What the page shows for a state. Each part is asked for once, whatever the number of rows."""

    def __init__(self, query: QueryDict, person: Person, today: date) -> None:
        self.query, self.person, self.today = query, person, today
        self.state = state = read_state(query, person)
        self.found = queries.matching(state, person, today)

    @cached_property
    def rows(self) -> list[Row]:
        found = queries.of_levels(self.found, self.state.levels)
        customers = queries.page_of(found, self.state)
        scores, steps = queries.weekly_scores(customers), queries.next_steps(customers)
        return [
            Row(
                customer,
                scores.get(customer.id, []),
                step := steps.get(customer.id),
                step.late_days(self.today) if step else 0,
            )
            for customer in customers
        ]

    @property
    def groups(self) -> Iterator[tuple[str | None, int | None, list[Row]]]:
        """Rows by level of health where the list is ordered by it, else all in one."""
        if not self.state.is_grouped:
            yield None, None, self.rows
            return
        counts = {band.level: band.count for band in self.bands}
        for level, rows in groupby(self.rows, key=lambda row: row.customer.current_health.level):
            yield level, counts.get(HealthLevel(level) if level else None, 0), list(rows)

    @cached_property
    def bands(self) -> list[Band]:
        return queries.bands(self.found)

    @property
    def segments(self) -> Iterator[tuple[Band, float, float]]:
        """The strip's segments: where each begins and how wide it is, of a thousand."""
        total = sum((band.value for band in self.bands), Decimal(0)) or Decimal(1)
        start = 0.0
        for band in self.bands:
            width = float(band.value / total) * 1000
            yield band, round(start, 1), round(max(width - 1, 0), 1)
            start += width

    @property
    def known_until(self) -> date | None:
        """The newest day that the scores of this page are about."""
        days = [row.customer.current_health.known_until for row in self.rows]
        return max((day for day in days if day), default=None)

    @property
    def count(self) -> int:
        chosen = self.state.levels
        return sum(b.count for b in self.bands if not chosen or (b.level or UNSCORED) in chosen)

    @property
    def value(self) -> Decimal:
        return sum((band.value for band in self.bands), Decimal(0))

    @property
    def total(self) -> int:
        return sum(band.count for band in self.bands)

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // ROWS_ON_A_PAGE))

    @property
    def previous_page(self) -> int | None:
        return self.state.page - 1 if self.state.page > 1 else None

    @property
    def next_page(self) -> int | None:
        return self.state.page + 1 if self.state.page < self.pages else None

    @cached_property
    def csm_name(self) -> str:
        names = {ALL: "anybody", NOBODY: "nobody", str(self.person.id): "me"}
        return names.get(self.state.csm) or next(
            (p.name for p in self.csms if str(p.id) == self.state.csm), "somebody else"
        )

    @cached_property
    def csms(self) -> list[Person]:
        return list(Person.objects.csms())

    @property
    def title(self) -> str:
        return "My portfolio" if self.state.csm == str(self.person.id) else "Customers"

    @property
    def filters(self) -> list[Filter]:
        state = self.state
        own = str(self.person.id)
        people = [(str(p.id), "Me" if str(p.id) == own else p.name) for p in self.csms]
        people = [
            (ALL, "Anybody"),
            *sorted(people, key=lambda pair: pair[0] != own),
            (NOBODY, "Nobody"),
        ]
        statuses = [(CURRENT, "Current"), *CustomerStatus.choices(), (ALL, "All")]
        renewals = [(str(days), f"In {days} days") for days in RENEWAL_DAYS]
        renewing = (str(state.renewing),) if state.renewing else ()
        return [
            self._one("csm", "CSM", people, (state.csm,)),
            self._one("status", "Status", statuses, state.statuses),
            self._many("tier", "Tier", Tier.choices(), state.tiers),
            self._many("risk", "Risk", ChurnRisk.choices(), state.risks),
            self._one("renewing", "Renews", renewals, renewing),
            self._one("sort", "Order", Sort.choices(), (state.sort,)),
        ]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """The parameters that a new search keeps."""
        return [
            (name, value)
            for name, values in self.query.lists()
            if name not in ("q", "page")
            for value in values
        ]

    @property
    def columns(self) -> list[Column]:
        return [
            Column(
                title, right, sort and self.href("sort", [sort]), sort == self.state.sort, direction
            )
            for title, sort, direction, right in COLUMNS
        ]

    def _one(self, name: str, title: str, offered: Pairs, chosen: Sequence[str]) -> Filter:
        """A filter of which one value counts; choosing it again gives it up."""
        return Filter(name, title, [
            Choice(value, label, value in chosen,
                   self.href(name, [] if value in chosen else [value]))
            for value, label in offered
        ])  # fmt: skip

    def _many(self, name: str, title: str, offered: Pairs, chosen: Sequence[str]) -> Filter:
        """A filter of which several values count; each is chosen and given up by itself."""
        return Filter(name, title, [
            Choice(value, label, value in chosen,
                   self.href(name, sorted({*chosen} ^ {value})))
            for value, label in offered
        ])  # fmt: skip

    def href(self, name: str, values: Sequence[str]) -> str:
        """The address of this list with one parameter set anew, from its first page."""
        query = self.query.copy()
        query.pop("page", None)
        query.setlist(name, list(values))
        if not values:
            del query[name]
        return f"?{query.urlencode()}"
