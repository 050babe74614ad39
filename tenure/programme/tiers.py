"""The tiers: who belongs to which, and what each is promised. Plain Python."""

from decimal import Decimal

import msgspec

from tenure.programme.words import Tier


class TierPromise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a tier is and promises; None means that nothing is promised, or nothing limited."""

    code: Tier
    least_annual_value: Decimal
    limits: dict[str, int]
    first_response_hours: dict[str, float]
    time_to_value_days: int
    requests_an_hour: int
    customers_per_csm: int | None = None
    onboarding_days: int | None = None
    touchpoints_a_month: int | None = None
    notice_days: int | None = None


class Tiers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
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
