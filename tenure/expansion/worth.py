"""What an expansion would bring in a year, and how that was reckoned. Plain Python."""

from decimal import Decimal
from math import ceil

from tenure.programme.expansion import Expansion


def step_up(annual_value: Decimal, least: Decimal, tier: str, sign: str) -> tuple[Decimal, str]:
    """Up to the least value of the tier above."""
    return (
        least - annual_value,
        f"{tier} begins at {sign}{least:,.0f}, they pay {sign}{annual_value:,.0f}",
    )


def more_seats(
    annual_value: Decimal, seats: int, users: int, told: Expansion, sign: str
) -> tuple[Decimal, str] | None:
    """As many seats more as bring the use down to what they are sized for, at the price of today's."""
    wanted = ceil(100 * users / told.seats_sized_for_percent)
    if wanted <= seats or not annual_value:
        return None
    price = annual_value / seats
    words = (
        f"{wanted - seats} seats more, so that {users} people use"
        f" {told.seats_sized_for_percent:g}% of them, at {sign}{price:,.0f} a seat"
    )
    return (wanted - seats) * price, words


def usual(annual_value: Decimal, told: Expansion, sign: str) -> tuple[Decimal, str]:
    share = Decimal(str(told.usual_growth_percent))
    words = f"{told.usual_growth_percent:g}% of the {sign}{annual_value:,.0f} that they pay"
    return annual_value * share / 100, words
