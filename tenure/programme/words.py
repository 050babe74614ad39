"""The programme's vocabulary: tiers, levels of health, trends, risks. Plain Python."""

from tenure.foundation.enums import Word


class Tier(Word):
    ENTERPRISE = "ENTERPRISE"
    MID_MARKET = "MID_MARKET", "Mid-market"
    SMALL_BUSINESS = "SMALL_BUSINESS"
    TRIAL = "TRIAL"


class HealthLevel(Word):
    EXCELLENT = "EXCELLENT"
    GOOD = "GOOD"
    FAIR = "FAIR"
    POOR = "POOR"


class HealthTrend(Word):
    IMPROVING = "IMPROVING"
    STABLE = "STABLE"
    DECLINING = "DECLINING"
    UNKNOWN = "UNKNOWN"


class ChurnRisk(Word):
    LOW = "LOW"
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"
    CRITICAL = "CRITICAL"


class Cadence(Word):
    """How often something comes round."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    QUARTERLY = "QUARTERLY"
    ANNUAL = "ANNUAL"


class Care(Word):
    """How a tier's customers are looked after."""

    DEDICATED = "DEDICATED"
    SHARED = "SHARED"
    GROUPED = "GROUPED"
    AUTOMATED = "AUTOMATED"


class Place(Word):
    """Whether there is a place for a customer on the advisory board."""

    GUARANTEED = "GUARANTEED"
    IF_AVAILABLE = "IF_AVAILABLE"
    NONE = "NONE"


class Owner(Word):
    """Who does a step; a person stands in for the word when a plan is made."""

    CSM = "CSM", "CSM"
    CSM_MANAGER = "CSM_MANAGER", "CSM manager"
    VP_CUSTOMER_SUCCESS = "VP_CUSTOMER_SUCCESS", "VP customer success"
    CHIEF_EXECUTIVE = "CHIEF_EXECUTIVE", "CEO or COO"
    SUPPORT = "SUPPORT"
    SPECIALIST = "SPECIALIST", "Onboarding specialist"
    SPONSOR = "SPONSOR", "Executive sponsor of the customer"
    CHAMPION = "CHAMPION", "Champion of the customer"
    ADMINISTRATOR = "ADMINISTRATOR", "Administrator at the customer"
    CUSTOMER = "CUSTOMER"


class TouchpointKind(Word):
    CALL = "CALL"
    MEETING = "MEETING"
    MAIL = "MAIL", "E-mail"
    NOTE = "NOTE"
    EVENT = "EVENT"


class Urgency(Word):
    LOW = "LOW"
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"
    CRITICAL = "CRITICAL"
