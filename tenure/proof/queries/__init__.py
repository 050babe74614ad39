"""Questions about the past: who was with us on a day, who left when, what was known."""

from tenure.proof.queries.feeds import first_day, know_sizes, known_on
from tenure.proof.queries.leaving import GRACE_DAYS, Left, leavings
from tenure.proof.queries.presence import Present, csms, present

__all__ = [
    "GRACE_DAYS",
    "Left",
    "Present",
    "csms",
    "first_day",
    "know_sizes",
    "known_on",
    "leavings",
    "present",
]
