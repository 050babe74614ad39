"""The words of expansion. Plain Python."""

from tenure.foundation.enums import Word


class Sign(Word):
    TIER_NEAR = "TIER_NEAR", "Near the next tier"
    LIMITS_NEAR = "LIMITS_NEAR", "Near a limit of the tier"
    SEATS_FULL = "SEATS_FULL", "Seats in use"
    CONTENT = "CONTENT", "Content and in full use"
    STATED = "STATED", "The CSM expects it"


BY_MONTH = (Sign.LIMITS_NEAR, Sign.SEATS_FULL)
"""What whole months say; it changes once a month, and is kept with the opportunity."""


class OpportunityState(Word):
    FOUND = "FOUND"
    PURSUED = "PURSUED"
    WON = "WON"
    LOST = "LOST"
    DISMISSED = "DISMISSED"


OPEN = (OpportunityState.FOUND, OpportunityState.PURSUED)


class Growth(Word):
    """What was bought more."""

    SEATS = "SEATS", "More seats"
    TIER = "TIER", "A higher tier"
    PRODUCT = "PRODUCT", "Another product"
    PRICE = "PRICE", "Better terms"
