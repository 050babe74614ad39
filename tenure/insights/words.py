"""The words of metrics. Plain Python."""

from tenure.foundation.enums import Word


class PeriodType(Word):
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    QUARTERLY = "QUARTERLY"
    ANNUAL = "ANNUAL"
