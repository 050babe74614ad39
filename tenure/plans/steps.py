"""What a plan is made of before it is there: milestones and objectives as they are planned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from tenure.people.models import Person
from tenure.plans.words import Direction, MilestonePriority
from tenure.programme.words import Owner


@dataclass(frozen=True, kw_only=True)
class PlannedMilestone:
    """A milestone as it is planned. `after` names codes of milestones that stand before it."""

    title: str
    due_on: date
    owner: str = ""
    owned_by: Person | None = None
    owner_role: Owner | None = None
    priority: MilestonePriority = MilestonePriority.MEDIUM
    deliverables: Sequence[str] = field(default=())
    done_when: Sequence[str] = field(default=())
    after: Sequence[str] = field(default=())
    code: str = ""
    phase: str = ""
    playbook: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class PlannedObjective:
    """An objective as it is planned; what is not known of it is None."""

    title: str
    unit: str = ""
    metric: str = ""
    direction: Direction = Direction.HIGHER
    baseline: Decimal | None = None
    target: Decimal | None = None
