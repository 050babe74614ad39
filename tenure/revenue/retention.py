"""Rates of retention and churn, each with what it is made of. Plain Python.

A rate of nothing is unknown, not zero and not one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rate:
    """`numerator` of `denominator`; money in cents a year, or customers."""

    numerator: int
    denominator: int

    @property
    def value(self) -> float | None:
        return self.numerator / self.denominator if self.denominator else None

    @property
    def percent(self) -> float | None:
        return None if self.value is None else 100 * self.value


def net_retention(start: int, expansion: int, contraction: int, churn: int) -> Rate:
    """Of those who paid at the start: what they pay now. Losses are negative; who is new is left out."""
    return Rate(start + expansion + contraction + churn, start)


def gross_retention(start: int, contraction: int, churn: int) -> Rate:
    """The same without what they bought more: never above one."""
    return Rate(start + contraction + churn, start)


def revenue_churn(start: int, churn: int) -> Rate:
    return Rate(-churn, start)


def logo_churn(customers_at_start: int, left: int) -> Rate:
    return Rate(left, customers_at_start)


def annualised(churn: float | None, days: int) -> float | None:
    """The yearly share that a share lost in so many days comes to: 1 - (1 - c)^(365 / days). Twelve
    times a month's churn would count customers that are gone already."""
    if churn is None or days <= 0:
        return None
    kept: float = (1 - churn) ** (365 / days)
    return 1 - kept
