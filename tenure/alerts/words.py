"""The words of alerts. Plain Python."""

from tenure.foundation.enums import Word


class AlertRule(Word):
    """What an alert is about, the most pressing first."""

    RED_ZONE = "RED_ZONE", "In the red"
    BELOW_THRESHOLD = "BELOW_THRESHOLD", "Fell below Good"
    SIGNIFICANT_DROP = "SIGNIFICANT_DROP", "Sharp drop"
    SILENT_CUSTOMER = "SILENT_CUSTOMER", "Gone silent"
    STALE_DATA = "STALE_DATA", "Little is known"


class AlertState(Word):
    OPEN = "OPEN"
    SNOOZED = "SNOOZED"
    RESOLVED = "RESOLVED"


class AlertOutcome(Word):
    """How an alert ended."""

    ACTION_TAKEN = "ACTION_TAKEN", "Acted on"
    EXPECTED = "EXPECTED", "Was expected"
    FALSE_ALARM = "FALSE_ALARM"
    RECOVERED = "RECOVERED"
    CHURNED = "CHURNED", "Customer left"
