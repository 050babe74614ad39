"""Tickets of a customer between two days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property

from django.db.models import Q

from tenure.customers.models import Customer
from tenure.portfolio.reviewing.months import TicketMonth, ticket_months
from tenure.programme.in_force import programme
from tenure.support.models import Ticket
from tenure.tiering.clocks import Clock, read_clocks
from tenure.tiering.queries.tickets import responses_are_told, tickets_since
from tenure.tiering.words import Keeping

LATE = (Keeping.MISSED, Keeping.BREACHED)


@dataclass(frozen=True)
class Support:
    customer: Customer
    first: date
    last: date
    at: datetime
    chart_from: date

    @cached_property
    def tickets(self) -> Sequence[Ticket]:
        """All that were open at some time since the day."""
        found = Ticket.objects.filter(customer=self.customer, opened_at__lte=self.at)
        within = Q(closed_at=None) | Q(closed_at__gte=self._midnight)
        return list(found.filter(within).order_by("opened_at", "id"))

    @property
    def opened(self) -> list[Ticket]:
        return [one for one in self.tickets if one.opened_at >= self._midnight]

    @property
    def solved(self) -> list[Ticket]:
        """By then: one that was closed later was still open."""
        return [one for one in self.tickets if one.closed_at and one.closed_at <= self.at]

    @property
    def still_open(self) -> list[Ticket]:
        return [one for one in self.tickets if one.closed_at is None or one.closed_at > self.at]

    @cached_property
    def clocks(self) -> list[Clock]:
        now = programme()
        rows = tickets_since(self._midnight, self.customer.id)
        return read_clocks(rows, now.tiers, now.calendar, self.at, told=responses_are_told())

    @property
    def slow(self) -> list[Clock]:
        return [one for one in self.clocks if one.keeping in LATE]

    @cached_property
    def months(self) -> list[TicketMonth]:
        """Empty where no ticket is known; else the months since the first one, quiet ones as 0."""
        rows = Ticket.objects.filter(customer=self.customer, opened_at__lte=self.at)
        zone = programme().calendar.zone
        opened, closed = [], []
        for opened_at, closed_at in rows.values_list("opened_at", "closed_at"):
            opened.append(opened_at.astimezone(zone).date())
            closed += [closed_at.astimezone(zone).date()] if closed_at else []
        if not opened:
            return []
        first = max(self.chart_from, min(opened).replace(day=1))
        return ticket_months(opened, closed, first, self.last)

    @property
    def _midnight(self) -> datetime:
        return datetime.combine(self.first, time(), programme().calendar.zone)
