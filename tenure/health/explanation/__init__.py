"""Why a score is what it is, what changed since another one, and what would bring it back. Plain
Python.

A score is the sum of its measures' points, so a change of score is the sum of their changes.
"""

from tenure.health.explanation.changes import Side, Split, in_tenths, split
from tenure.health.explanation.headlines import headlines
from tenure.health.explanation.moves import Move
from tenure.health.explanation.readings import Change, Group, Reading
from tenure.health.explanation.reasons import explain
from tenure.health.explanation.recovery import bring_back
from tenure.health.explanation.snapshots import STEADY_POINTS, Scored, Snapshot
from tenure.health.explanation.waterfall import Kind, Step, Waterfall, causes, waterfall
from tenure.health.explanation.ways import Recovery, Way

__all__ = [
    "STEADY_POINTS",
    "Change",
    "Group",
    "Kind",
    "Move",
    "Reading",
    "Recovery",
    "Scored",
    "Side",
    "Snapshot",
    "Split",
    "Step",
    "Waterfall",
    "Way",
    "bring_back",
    "causes",
    "explain",
    "headlines",
    "in_tenths",
    "split",
    "waterfall",
]
