"""The words of business reviews. Plain Python."""

from tenure.foundation.enums import Word


class ReviewType(Word):
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    QUARTERLY = "QUARTERLY"
    ANNUAL = "ANNUAL"
    EXECUTIVE = "EXECUTIVE"
    STRATEGIC = "STRATEGIC"


class ReviewState(Word):
    """What became of a review that was scheduled. That one is due is computed, never written."""

    SCHEDULED = "SCHEDULED"
    HELD = "HELD"
    MISSED = "MISSED"
    CANCELLED = "CANCELLED"
