"""Which days milestones move to. Nothing is stored here."""

from collections.abc import Sequence
from datetime import date, timedelta

from tenure.plans.models import Milestone
from tenure.programme.in_force import programme
from tenure.programme.working import working_day


def moved_along(
    steps: Sequence[Milestone], milestone: Milestone, due_on: date, carries: bool
) -> list[Milestone]:
    """The milestones that would move, with their new days; nothing is stored."""
    first = next(step for step in steps if step.id == milestone.id)
    days = due_on - first.due_on
    if not days:
        return []
    was = (first.due_on, first.id)
    later = [s for s in steps if (s.due_on, s.id) > was and s.is_open] if carries else []
    first.due_on = due_on
    for step in later:
        step.due_on = shifted(step.due_on, days)
    return [first, *later]


def shifted(day: date, by: timedelta) -> date:
    """The day so many days away, or the working day after it."""
    return working_day(programme().calendar, day + by)
