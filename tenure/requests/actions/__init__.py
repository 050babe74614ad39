"""What can be done about requests."""

from tenure.requests.actions.moving import (
    NotFromHere,
    acknowledge_request,
    decline_request,
    deliver_request,
    plan_request,
    reopen_request,
)
from tenure.requests.actions.recording import amend_request, record_request

__all__ = [
    "NotFromHere", "acknowledge_request", "amend_request", "decline_request", "deliver_request",
    "plan_request", "record_request", "reopen_request",
]  # fmt: skip
