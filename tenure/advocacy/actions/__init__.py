"""What can be done about advocacy."""

from tenure.advocacy.actions.consenting import AlreadyRevoked, agree_to, revoke_consent
from tenure.advocacy.actions.grouping import (
    AlreadyLeft,
    NeverLeft,
    add_member,
    change_group,
    hold_meeting,
    keep_member,
    open_group,
    remove_member,
)
from tenure.advocacy.actions.moving import (
    NotNow,
    NotYet,
    agree_favour,
    ask_for_favour,
    cancel_favour,
    complete_favour,
    decline_favour,
    link_deal,
    unlink_deal,
)
from tenure.advocacy.actions.recording import change_activity, record_activity

__all__ = [
    "AlreadyLeft", "AlreadyRevoked", "NeverLeft", "NotNow", "NotYet", "add_member", "agree_favour", "agree_to", "ask_for_favour", "cancel_favour",
    "change_activity", "change_group", "complete_favour", "decline_favour", "hold_meeting", "keep_member",
    "link_deal", "open_group", "record_activity", "remove_member", "revoke_consent", "unlink_deal",
]  # fmt: skip
