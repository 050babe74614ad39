"""The words of tasks and touchpoints. Plain Python."""

from tenure.foundation.enums import Word
from tenure.programme.words import TouchpointKind


class TaskState(Word):
    OPEN = "OPEN"
    DONE = "DONE"
    CANCELLED = "CANCELLED"


class TouchpointState(Word):
    PLANNED = "PLANNED"
    HELD = "HELD"
    MISSED = "MISSED"
    CANCELLED = "CANCELLED"


class Origin(Word):
    """What made a task or planned a touchpoint."""

    BY_HAND = "BY_HAND"
    ONBOARDING = "ONBOARDING"
    PLAN = "PLAN"
    RECOVERY = "RECOVERY"
    ESCALATION = "ESCALATION"
    EXPANSION = "EXPANSION"
    REVIEW = "REVIEW"
    ALERT = "ALERT"


COUNTED = (
    TouchpointKind.CALL, TouchpointKind.MEETING, TouchpointKind.MAIL, TouchpointKind.EVENT,
)  # fmt: skip
"""Kinds that count against what a tier is promised: a note reaches nobody."""
