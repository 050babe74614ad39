"""The words for what a customer can be. Plain Python."""

from tenure.foundation.enums import Word


class CustomerStatus(Word):
    ACTIVE = "ACTIVE"
    ONBOARDING = "ONBOARDING"
    AT_RISK = "AT_RISK"
    CHURNED = "CHURNED"
    PAUSED = "PAUSED"


class OnboardingStatus(Word):
    NOT_STARTED = "NOT_STARTED"
    IN_PROGRESS = "IN_PROGRESS"
    COMPLETED = "COMPLETED"
    ON_HOLD = "ON_HOLD"
    CANCELLED = "CANCELLED"


class DataMigrationStatus(Word):
    NOT_STARTED = "NOT_STARTED"
    IN_PROGRESS = "IN_PROGRESS"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"


class StakeholderRole(Word):
    """What a person at the customer is to us."""

    SPONSOR = "SPONSOR"
    CHAMPION = "CHAMPION"
    USER = "USER"
    TECHNICAL = "TECHNICAL"
    BILLING = "BILLING"


class ChurnReason(Word):
    PRICE = "PRICE"
    PRODUCT = "PRODUCT"
    SUPPORT = "SUPPORT"
    BUSINESS_CHANGE = "BUSINESS_CHANGE"
    COMPETITION = "COMPETITION"
    UNKNOWN = "UNKNOWN"
