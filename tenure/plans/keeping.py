"""Keeping versions: what a plan says is kept whenever it says something else."""

from datetime import datetime

from tenure.foundation.audit.trail import Author
from tenure.foundation.checking import save
from tenure.plans.contents import Content, content_of
from tenure.plans.models import PlanVersion, SuccessPlan


def keep_version(plan: SuccessPlan, by: Author, at: datetime) -> PlanVersion:
    """The version that holds what the plan says now: a new one, if the newest says anything else.
    The plan is locked by whoever asks."""
    says = content_of(plan)
    newest = plan.versions.order_by("-number").first()
    if newest is not None and newest.content == says:
        return newest
    return keep_first(plan, says, by, at, number=newest.number + 1 if newest else 1)


def keep_first(
    plan: SuccessPlan, says: Content, by: Author, at: datetime, number: int = 1
) -> PlanVersion:
    version = PlanVersion(
        plan=plan, number=number, content=says, made_at=at, made_by=str(by), created_at=at
    )
    save(version)
    return version
