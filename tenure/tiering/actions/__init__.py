"""What can be done about tiers: look at them, decide about changes, set one by hand."""

from tenure.tiering.actions.by_hand import AlreadyInTier, reset_tier, set_tier
from tenure.tiering.actions.deciding import (
    AlreadyDecided,
    NoticeIsPast,
    TierChangedMeanwhile,
    accept_change,
    decline_change,
    let_changes_take_effect,
)
from tenure.tiering.actions.reviewing import Outcome, review_all_tiers, review_tiers
from tenure.tiering.actions.using import UnknownUse, report_use

__all__ = [
    "AlreadyDecided",
    "AlreadyInTier",
    "NoticeIsPast",
    "Outcome",
    "TierChangedMeanwhile",
    "UnknownUse",
    "accept_change",
    "decline_change",
    "let_changes_take_effect",
    "report_use",
    "reset_tier",
    "review_all_tiers",
    "review_tiers",
    "set_tier",
]
