"""What can be done about business reviews: schedule, prepare, move, cancel, miss, hold, follow up."""

from tenure.reviews.actions.following import agree_on
from tenure.reviews.actions.held import change_review, hold_review
from tenure.reviews.actions.holding import hold_planned_review
from tenure.reviews.actions.planned import (
    AlreadyOver,
    cancel_review,
    miss_review,
    move_review,
    prepare_review,
    schedule_review,
)

__all__ = [
    "AlreadyOver",
    "agree_on",
    "cancel_review",
    "change_review",
    "hold_planned_review",
    "hold_review",
    "miss_review",
    "move_review",
    "prepare_review",
    "schedule_review",
]
