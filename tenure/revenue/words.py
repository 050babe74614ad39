"""The words of revenue and renewals. Plain Python."""

from tenure.foundation.enums import Word


class Movement(Word):
    """Why a customer's recurring revenue differs between two days."""

    NEW = "NEW"
    REACTIVATION = "REACTIVATION"
    EXPANSION = "EXPANSION"
    CONTRACTION = "CONTRACTION"
    CHURN = "CHURN"


class Call(Word):
    """What somebody expects of a renewal."""

    COMMIT = "COMMIT", "Will renew"
    BEST_CASE = "BEST_CASE", "Should renew"
    AT_RISK = "AT_RISK", "In doubt"
    WILL_LEAVE = "WILL_LEAVE", "Will leave"


class RenewalOutcome(Word):
    PENDING = "PENDING", "Open"
    RENEWED = "RENEWED"
    CHURNED = "CHURNED", "Left"
