"""The words of success plans. Plain Python."""

from tenure.foundation.enums import Word


class PlanType(Word):
    ONBOARDING = "ONBOARDING"
    QUARTERLY = "QUARTERLY"
    ANNUAL = "ANNUAL"
    EXPANSION = "EXPANSION"
    RECOVERY = "RECOVERY"


class PlanStatus(Word):
    DRAFT = "DRAFT"
    ACTIVE = "ACTIVE"
    COMPLETED = "COMPLETED"
    ON_HOLD = "ON_HOLD"
    CANCELLED = "CANCELLED"


class MilestoneStatus(Word):
    """OVERDUE is computed and given out, never stored: see `tenure/plans/schemas.py`."""

    PENDING = "PENDING"
    IN_PROGRESS = "IN_PROGRESS"
    COMPLETED = "COMPLETED"
    OVERDUE = "OVERDUE"
    CANCELLED = "CANCELLED"


class MilestonePriority(Word):
    LOW = "LOW"
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"
    CRITICAL = "CRITICAL"


class Direction(Word):
    """Which way an objective goes."""

    HIGHER = "HIGHER", "Higher is better"
    LOWER = "LOWER", "Lower is better"


class Side(Word):
    """Who signs a plan off."""

    CUSTOMER = "CUSTOMER", "The customer"
    US = "US", "Us"


MOVES = {
    PlanStatus.DRAFT: (PlanStatus.ACTIVE, PlanStatus.CANCELLED),
    PlanStatus.ACTIVE: (PlanStatus.COMPLETED, PlanStatus.ON_HOLD, PlanStatus.CANCELLED),
    PlanStatus.ON_HOLD: (PlanStatus.ACTIVE, PlanStatus.CANCELLED),
    PlanStatus.COMPLETED: (PlanStatus.ACTIVE,),
    PlanStatus.CANCELLED: (PlanStatus.ACTIVE,),
}
"""What a plan can become from what it is."""
