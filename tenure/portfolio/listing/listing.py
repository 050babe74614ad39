"""One page of the customer list. Each part is asked for once, whatever the number of rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from django.http import QueryDict

from tenure.customers.models import Customer
from tenure.foundation.web.templatetags.saying import since
from tenure.people.models import Person
from tenure.portfolio import queries
from tenure.portfolio.filters import read_state
from tenure.portfolio.listing.address import Address
from tenure.portfolio.listing.choices import Filter, Filters
from tenure.portfolio.listing.columns import Column, columns
from tenure.portfolio.queries import ROWS_ON_A_PAGE, Band, NextStep
from tenure.programme.words import HealthLevel


@dataclass(frozen=True)
class Row:
    """A customer as the list shows it."""

    customer: Customer
    scores: list[int | None]
    step: NextStep | None
    late_days: int
    contacted: str


class Listing:
    """What the page shows for a state."""

    def __init__(self, query: QueryDict, person: Person, today: date) -> None:
        self.person, self.today = person, today
        self.address = Address(query)
        self.state = read_state(query, person)
        self.found = queries.matching(self.state, person, today)

    @cached_property
    def rows(self) -> list[Row]:
        found = queries.of_levels(self.found, self.state.levels)
        customers = queries.page_of(found, self.state.sort, self.page)
        scores, steps = queries.weekly_scores(customers), queries.next_steps(customers)
        return [self._row(c, scores.get(c.id, []), steps.get(c.id)) for c in customers]

    def _row(self, customer: Customer, scores: list[int | None], step: NextStep | None) -> Row:
        contacted = since(customer.last_contact_at)
        return Row(
            customer=customer,
            scores=scores,
            step=step,
            late_days=step.late_days(self.today) if step else 0,
            contacted="today" if contacted == "0 d" else contacted,
        )

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
        total = self.value or Decimal(1)
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
        return sum(band.count for band in self.bands if not chosen or band.code in chosen)

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
    def page(self) -> int:
        """The page that is shown; behind the last one there is nothing to see."""
        return min(self.state.page, self.pages)

    @property
    def previous_page(self) -> str | None:
        return self.address.page(self.page - 1) if self.page > 1 else None

    @property
    def next_page(self) -> str | None:
        return self.address.page(self.page + 1) if self.page < self.pages else None

    @property
    def title(self) -> str:
        return "My portfolio" if self.state.csm == str(self.person.id) else "Customers"

    @cached_property
    def filters(self) -> list[Filter]:
        csms = list(Person.objects.csms())
        return Filters(self.state, self.address, self.person, csms).all()

    @property
    def columns(self) -> Iterator[Column]:
        return columns(self.state.sort, self.address)
