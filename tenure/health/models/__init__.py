"""Health, and what it is computed by."""

from tenure.health.models.score import HealthScore
from tenure.health.models.scorecard import Scorecard

__all__ = ["HealthScore", "Scorecard"]
