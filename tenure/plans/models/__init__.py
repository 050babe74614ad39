"""Success plans: what is to be reached, its milestones, its versions and who signed them."""

from tenure.plans.models.milestones import Dependency, Milestone
from tenure.plans.models.objectives import Measurement, Objective
from tenure.plans.models.plans import PlanQuerySet, SuccessPlan
from tenure.plans.models.versions import PlanVersion, SignOff
from tenure.plans.words import MilestonePriority, MilestoneStatus, PlanStatus, PlanType

__all__ = [
    "Dependency",
    "Measurement",
    "Milestone",
    "MilestonePriority",
    "MilestoneStatus",
    "Objective",
    "PlanQuerySet",
    "PlanStatus",
    "PlanType",
    "PlanVersion",
    "SignOff",
    "SuccessPlan",
]
