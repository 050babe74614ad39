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
