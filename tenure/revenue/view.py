"""What the page of revenue shows: a row a month, and the same as bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from tenure.customers.models import Customer
from tenure.people.models import Person
from tenure.revenue import retention
from tenure.revenue.ledger import Ledger, monthly, movements
from tenure.revenue.retention import Rate
from tenure.revenue.words import Movement


def units(cents: int) -> Decimal:
    return Decimal(cents) / 100


@dataclass(frozen=True)
class Asked:
    months: int = 12
    tier: str = ""
    csm: UUID | None = None

    def address(self, **changes: object) -> str:
        told = {"months": self.months, "tier": self.tier, "csm": self.csm} | changes
        return "?" + urlencode({name: value for name, value in told.items() if value})

    def ids(self, person: Person) -> list[UUID] | None:
        """None stands for everybody, whom the team may see."""
        if not self.tier and not self.csm:
            return None
        found = Customer.objects.visible_to(person)
        if self.tier:
            found = found.filter(tier=self.tier)
        if self.csm:
            found = found.filter(success_profile__csm=self.csm)
        return list(found.values_list("id", flat=True))


@dataclass(frozen=True)
class Figure:
    """Money of a movement with how many customers it comes from, and where they stand."""

    kind: Movement
    amount: Decimal
    count: int
    address: str


@dataclass(frozen=True)
class Row:
    ledger: Ledger
    asked: Asked

    @property
    def start(self) -> Decimal:
        return units(self.ledger.start)

    @property
    def end(self) -> Decimal:
        return units(self.ledger.end)

    @property
    def month(self) -> Decimal:
        return units(self.ledger.end) / 12

    @cached_property
    def figures(self) -> list[Figure]:
        return [
            Figure(kind, units(self.ledger.total(kind)), self.ledger.count(kind), self._rows(kind))
            for kind in Movement
        ]

    def _rows(self, kind: Movement) -> str:
        days = {"first": self.ledger.first.isoformat(), "last": self.ledger.last.isoformat()}
        return reverse("movements") + self.asked.address(months="", kind=kind.value, **days)

    @cached_property
    def rates(self) -> "Rates":
        return Rates(self.ledger)


@dataclass(frozen=True)
class Rates:
    """Retention over the stretch of a ledger, on the cohort of those who paid at its start."""

    ledger: Ledger

    def _sum(self, kind: Movement) -> int:
        return self.ledger.total(kind)

    @property
    def net(self) -> Rate:
        more, less, gone = Movement.EXPANSION, Movement.CONTRACTION, Movement.CHURN
        return retention.net_retention(
            self.ledger.start, self._sum(more), self._sum(less), self._sum(gone)
        )

    @property
    def gross(self) -> Rate:
        less, gone = self._sum(Movement.CONTRACTION), self._sum(Movement.CHURN)
        return retention.gross_retention(self.ledger.start, less, gone)

    @property
    def logos(self) -> Rate:
        return retention.logo_churn(
            self.ledger.customers_at_start, self.ledger.count(Movement.CHURN)
        )

    @property
    def money(self) -> Rate:
        return retention.revenue_churn(self.ledger.start, self._sum(Movement.CHURN))

    @property
    def logos_a_year(self) -> float | None:
        days = (self.ledger.last - self.ledger.first).days
        found = retention.annualised(self.logos.value, days)
        return None if found is None else 100 * found


def rows_of(asked: Asked, today: date, person: Person) -> list[Row]:
    ledgers = monthly(today, asked.months, ids=asked.ids(person))
    return [Row(one, asked) for one in ledgers if one.last > one.first]


def whole(rows: Sequence[Row], asked: Asked, person: Person) -> Row | None:
    """All the months as one stretch: what came and went inside it is not seen in it."""
    if not rows:
        return None
    first, last = rows[0].ledger.first, rows[-1].ledger.last
    return Row(movements(first, last, ids=asked.ids(person)), asked)
