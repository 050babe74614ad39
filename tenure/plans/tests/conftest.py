"""A plan with two milestones, and a caller of the API."""

from datetime import date

import pytest

from tenure.plans import actions
from tenure.plans.actions import PlannedMilestone
from tenure.plans.models import PlanStatus, PlanType
from tests.api_client import api
from tests.moments import NOON

__all__ = ["api"]


@pytest.fixture
def plan(acme, alice):
    """Acme's onboarding: a kickoff on 1 December, training on the 15th."""
    return actions.start_plan(
        customer=acme,
        title="Go live",
        plan_type=PlanType.ONBOARDING,
        starts_on=date(2026, 11, 1),
        ends_on=date(2026, 12, 31),
        milestones=[
            PlannedMilestone(title="Kickoff", due_on=date(2026, 12, 1)),
            PlannedMilestone(title="Training", due_on=date(2026, 12, 15)),
        ],
        by=alice,
        at=NOON,
    )


@pytest.fixture
def kickoff(plan):
    return plan.milestones.get(title="Kickoff")


@pytest.fixture
def completed_plan(plan, alice):
    """The same plan, completed with its milestones."""
    return actions.change_plan(
        plan=plan,
        changes={"status": PlanStatus.COMPLETED},
        completes_milestones=True,
        by=alice,
        at=NOON,
    )
