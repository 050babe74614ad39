"""The tiers: who belongs to which, and what each is promised. Plain Python."""

from decimal import Decimal

from tenure.programme.part import Part, Range, known
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


class Moving(Part, frozen=True):
    """When a customer's tier is looked at again, and what moves it."""

    every_months: int
    months_over_limits: int


class Tiers(Part, frozen=True):
    moving: Moving
    tier: tuple[TierPromise, ...]

    def __post_init__(self) -> None:
        if [promise.code for promise in self.tier] != list(Tier):
            raise ValueError(f"There must be one tier each, in this order: {', '.join(Tier)}.")
        least = [promise.least_annual_value for promise in self.tier]
        if least != sorted(least, reverse=True) or least[-1] != 0:
            raise ValueError("The tiers' least annual values must fall from tier to tier, to 0.")

    def of_value(self, annual_value: Decimal) -> Tier:
        """The tier that a year's contract value belongs to."""
        return next(p.code for p in self.tier if annual_value >= p.least_annual_value)

    def promise(self, tier: Tier) -> TierPromise:
        return next(promise for promise in self.tier if promise.code == tier)

    def above(self, tier: Tier) -> Tier | None:
        """The next higher one."""
        place = list(Tier).index(tier)
        return list(Tier)[place - 1] if place else None
