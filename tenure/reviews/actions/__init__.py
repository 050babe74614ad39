"""What can be done about business reviews: schedule, prepare, move, cancel, miss, put back on, hold, follow up."""

from tenure.reviews.actions.ending import NotOff, cancel_review, miss_review, reinstate_review
from tenure.reviews.actions.following import agree_on
from tenure.reviews.actions.held import change_review, hold_review
from tenure.reviews.actions.holding import hold_planned_review
from tenure.reviews.actions.planned import (
    AlreadyOver,
    move_review,
    prepare_review,
    schedule_review,
)

__all__ = [
    "AlreadyOver", "NotOff", "agree_on", "cancel_review", "change_review", "hold_planned_review", "hold_review",
    "miss_review", "move_review", "prepare_review", "reinstate_review", "schedule_review",
]  # fmt: skip
