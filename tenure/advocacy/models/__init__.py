from tenure.advocacy.models.activities import AdvocacyActivity
from tenure.advocacy.models.consents import Consent
from tenure.advocacy.models.deals import Deal
from tenure.advocacy.models.groups import Group, GroupMeeting, Member
from tenure.advocacy.words import AdvocacyStatus, AdvocacyType

__all__ = [
    "AdvocacyActivity", "AdvocacyStatus", "AdvocacyType", "Consent", "Deal", "Group", "GroupMeeting",
    "Member",
]  # fmt: skip
