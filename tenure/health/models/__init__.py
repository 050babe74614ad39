"""Health, and what it is computed by."""

from tenure.health.models.draft import Draft
from tenure.health.models.due import Due
from tenure.health.models.override import Override
from tenure.health.models.own import OwnMeasure
from tenure.health.models.pulse import Pulse
from tenure.health.models.reported import ReportedReading
from tenure.health.models.run import ScoringRun
from tenure.health.models.score import HealthScore
from tenure.health.models.scorecard import Scorecard, ScorecardInForce

__all__ = [
    "Draft",
    "Due",
    "HealthScore",
    "Override",
    "OwnMeasure",
    "Pulse",
    "ReportedReading",
    "Scorecard",
    "ScorecardInForce",
    "ScoringRun",
]
