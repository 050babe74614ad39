"""Questions about touchpoints across customers: what was held in a month, beside what is promised."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count

from tenure.programme.in_force import tiers
from tenure.programme.words import Tier
from tenure.work.models import Touchpoint
from tenure.work.words import COUNTED, TouchpointState


@dataclass(frozen=True)
class Kept:
    """Touchpoints held in a calendar month, and how many are promised; None where nothing is."""

    held: int
    promised: int | None

    @property
    def is_kept(self) -> bool | None:
        return None if self.promised is None else self.held >= self.promised


def held_in(month: date, customers: Iterable[UUID]) -> dict[UUID, int]:
    """Touchpoints of the month that the day is in, in UTC, by customer; whoever had none is left out."""
    first = month.replace(day=1)
    after = (first.replace(month=first.month + 1) if first.month < 12
             else first.replace(year=first.year + 1, month=1))  # fmt: skip
    found = Touchpoint.objects.filter(
        customer_id__in=list(customers), state=TouchpointState.HELD, kind__in=COUNTED,
        happened_at__date__gte=first, happened_at__date__lt=after,
    )  # fmt: skip
    counted = found.values_list("customer_id").annotate(n=Count("id")).order_by()
    return dict(counted)


def kept_in(month: date, tiers_of: dict[UUID, Tier]) -> dict[UUID, Kept]:
    """For each customer, given with its tier: what was held in the month beside what is promised."""
    held, promises = held_in(month, tiers_of), tiers()
    return {
        customer: Kept(held.get(customer, 0), promises.promise(tier).touchpoints_a_month)
        for customer, tier in tiers_of.items()
    }
