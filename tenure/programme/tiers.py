"""The tiers: who belongs to which, and what each is promised. Plain Python."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from tenure.programme.part import Contradiction, Part, Range, known
from tenure.programme.words import Cadence, Care, Place, Tier

PRIORITIES = ("P1", "P2", "P3", "P4")


class Credit(Part, frozen=True):
    """Under so much uptime in a month, so much of the month's price is given back."""

    under_percent: float
    credit_percent: float


class TierReview(Part, frozen=True):
    """A review that a tier is promised: for all time, or in its first days only."""

    cadence: Cadence
    first_days: int | None = None


class TierPromise(Part, frozen=True, kw_only=True):
    """What a tier is and promises; None means that nothing is promised, or nothing limited."""

    code: Tier
    least_annual_value: Decimal
    agents: Range
    leads_a_month: Range
    limits: dict[str, int]
    care: Care
    customers_per_csm: int | None = None
    first_response_hours: dict[str, float]
    resolution_hours: dict[str, float]
    uptime_percent: float | None = None
    service_credits: tuple[Credit, ...] = ()
    onboarding_days: int | None = None
    reviews: tuple[TierReview, ...] = ()
    touchpoints_a_month: int | None = None
    health_looked_at: Cadence | None = None
    advisory_board: Place
    notice_days: int | None = None
    requests_an_hour: int
    time_to_value_days: int

    def __post_init__(self) -> None:
        for hours in (self.first_response_hours, self.resolution_hours):
            known("priority", hours, PRIORITIES)
        for name, limit in self.limits.items():
            if limit < 1:
                raise ValueError(f"The limit {name} of {self.code} must be 1 at least.")
        if self.customers_per_csm is not None and self.customers_per_csm < 1:
            raise ValueError(f"A CSM of {self.code} must have 1 customer at least.")

    def over(self, used: Mapping[str, float | None]) -> tuple[str, ...]:
        """The limits that this is over. At a limit is not over it, and what is unknown is not."""
        found = ((name, used.get(name), limit) for name, limit in self.limits.items())
        return tuple(name for name, number, limit in found if number is not None and number > limit)


class Moving(Part, frozen=True):
    """When a customer's tier is looked at again, and what moves it."""

    every_months: int
    months_over_limits: int

    def __post_init__(self) -> None:
        if self.every_months not in (1, 2, 3, 4, 6, 12):
            raise ValueError("Tiers are looked at every 1, 2, 3, 4, 6 or 12 months.")
        if self.months_over_limits < 1:
            raise ValueError("A tier moves up after 1 month over its limits at least.")


class Books(Part, frozen=True):
    """From which share of what a CSM can look after somebody is warned that the book fills up."""

    warned_from_percent: int

    def __post_init__(self) -> None:
        if not 1 <= self.warned_from_percent <= 100:
            raise ValueError("A book is warned of from 1 to 100 percent.")


BESIDE_LIMITS = "leads_converted"
"""What other systems tell by the month though no tier limits it."""


class Tiers(Part, frozen=True):
    moving: Moving
    books: Books
    tier: tuple[TierPromise, ...]

    def __post_init__(self) -> None:
        if [promise.code for promise in self.tier] != list(Tier):
            words = f"There must be one tier each, in this order: {', '.join(Tier)}."
            raise Contradiction(words, "tier")
        least = [promise.least_annual_value for promise in self.tier]
        if least != sorted(least, reverse=True) or least[-1] != 0:
            words = "The tiers' least annual values must fall from tier to tier, to 0."
            raise Contradiction(words, "tier[0].least_annual_value")

    @property
    def told_monthly(self) -> list[str]:
        """The names of what other systems tell by the month: what is limited, and what stands beside it."""
        return sorted({BESIDE_LIMITS, *(name for one in self.tier for name in one.limits)})

    def of_value(self, annual_value: Decimal) -> Tier:
        """The tier that a year's contract value belongs to."""
        return next(p.code for p in self.tier if annual_value >= p.least_annual_value)

    def within(self, tier: Tier, months: Iterable[Mapping[str, float | None]]) -> Tier:
        """The tier itself, or the next one above it whose limits are not passed in all the months."""
        used = list(months)
        while used and all(self.promise(tier).over(month) for month in used):
            above = self.above(tier)
            if above is None:
                break
            tier = above
        return tier

    def promise(self, tier: Tier) -> TierPromise:
        return next(promise for promise in self.tier if promise.code == tier)

    def above(self, tier: Tier) -> Tier | None:
        """The next higher one."""
        place = list(Tier).index(tier)
        return list(Tier)[place - 1] if place else None
