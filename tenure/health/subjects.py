"""Customers as scoring knows them."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import NamedTuple
from uuid import UUID

import numpy as np

from tenure.customers.models import Customer


class Subject(NamedTuple):
    """What scoring needs to know of a customer."""

    id: UUID
    name: str
    tier: str
    churned_on: date | None
    next_renewal_on: date | None

    @classmethod
    def of(cls, ids: Sequence[UUID]) -> Iterator["Subject"]:
        rows = Customer.objects.filter(id__in=ids).order_by("id").values_list(*cls._fields)
        return map(cls._make, rows)

    def scored_at(self, at: datetime) -> datetime:
        """When the score holds: now, or, if the customer left before, the end of its last day."""
        if self.churned_on is None or self.churned_on >= at.date():
            return at
        return datetime.combine(self.churned_on, time(23, 59, 59), UTC)

    def days_to_renewal(self, day: date) -> float:
        return (self.next_renewal_on - day).days if self.next_renewal_on else np.nan
