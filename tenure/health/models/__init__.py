"""Health, and what it is computed by."""

from tenure.health.models.override import Override
from tenure.health.models.pulse import Pulse
from tenure.health.models.reported import ReportedReading
from tenure.health.models.score import HealthScore
from tenure.health.models.scorecard import Scorecard

__all__ = ["HealthScore", "Override", "Pulse", "ReportedReading", "Scorecard"]
