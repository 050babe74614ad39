"""The words of onboarding. Plain Python."""

from tenure.foundation.enums import Word


class OnboardingState(Word):
    IN_PROGRESS = "IN_PROGRESS"
    ON_HOLD = "ON_HOLD"
    COMPLETED = "COMPLETED"
    CANCELLED = "CANCELLED"


UNDER_WAY = (OnboardingState.IN_PROGRESS, OnboardingState.ON_HOLD)


class ValueKind(Word):
    """What a value is: it decides into which figure of a period it goes."""

    REVENUE = "REVENUE", "More revenue"
    COSTS = "COSTS", "Lower costs"
    TIME = "TIME", "Time saved"
    OTHER = "OTHER", "Something else"
