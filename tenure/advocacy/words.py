"""The words of advocacy. Plain Python."""

from tenure.foundation.enums import Word


class AdvocacyType(Word):
    CASE_STUDY = "CASE_STUDY"
    TESTIMONIAL = "TESTIMONIAL"
    REFERENCE_CALL = "REFERENCE_CALL"
    SPEAKER_EVENT = "SPEAKER_EVENT"
    PRESS_RELEASE = "PRESS_RELEASE"
    WEBINAR = "WEBINAR"
    USER_GROUP = "USER_GROUP"
    ADVISORY_BOARD = "ADVISORY_BOARD"


class AdvocacyStatus(Word):
    PENDING = "PENDING"
    REQUESTED = "REQUESTED"
    IN_PROGRESS = "IN_PROGRESS"
    COMPLETED = "COMPLETED"
    DECLINED = "DECLINED"
    CANCELLED = "CANCELLED"


ENDED = (
    AdvocacyStatus.COMPLETED.value,
    AdvocacyStatus.DECLINED.value,
    AdvocacyStatus.CANCELLED.value,
)


class DealState(Word):
    OPEN = "OPEN"
    WON = "WON"
    LOST = "LOST"


class GroupKind(Word):
    USER_GROUP = "USER_GROUP"
    ADVISORY_BOARD = "ADVISORY_BOARD"
