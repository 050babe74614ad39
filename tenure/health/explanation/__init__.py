"""Why a score is what it is, and what changed since another one. Plain Python.

A score is the sum of its measures' points, so a change of score is the sum of their changes.
"""

from tenure.health.explanation.headlines import headlines
from tenure.health.explanation.reasons import Group, Reading, explain
from tenure.health.explanation.snapshots import STEADY_POINTS, Scored, Snapshot

__all__ = [
    "STEADY_POINTS",
    "Group",
    "Reading",
    "Scored",
    "Snapshot",
    "explain",
    "headlines",
]
