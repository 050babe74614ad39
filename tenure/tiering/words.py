"""The words of tiers that move, and of promises. Plain Python."""

from tenure.foundation.enums import Word


class Direction(Word):
    UP = "UP"
    DOWN = "DOWN"


class Cause(Word):
    """What speaks for another tier."""

    LIMITS = "LIMITS", "Over its limits"
    VALUE = "VALUE", "Value of a higher tier"
    RENEWAL = "RENEWAL", "Renews for less"
    BY_HAND = "BY_HAND", "Set by hand"


class ChangeState(Word):
    """How far a change is. One that is announced waits for its day."""

    PROPOSED = "PROPOSED"
    ANNOUNCED = "ANNOUNCED"
    DONE = "DONE"
    DECLINED = "DECLINED"
    LAPSED = "LAPSED", "No longer so"


OPEN_STATES = (ChangeState.PROPOSED, ChangeState.ANNOUNCED)


class Promise(Word):
    """What a tier is promised and what can be counted as kept."""

    FIRST_RESPONSE = "FIRST_RESPONSE", "First response"
    RESOLUTION = "RESOLUTION"
    REVIEWS = "REVIEWS"
    TOUCHPOINTS = "TOUCHPOINTS"
    ONBOARDING = "ONBOARDING"


class Keeping(Word):
    """How a single promise stands. What is under way is neither kept nor missed."""

    KEPT = "KEPT"
    MISSED = "MISSED"
    RUNNING = "RUNNING", "Under way"
    BREACHED = "BREACHED", "Late, still open"
    UNKNOWN = "UNKNOWN"


class Fullness(Word):
    """How full a CSM's book is."""

    ROOM = "ROOM", "Has room"
    NEARLY = "NEARLY", "Nearly full"
    FULL = "FULL"
    OVER = "OVER", "Over"


def limit_words(name: str) -> str:
    """A limit of the programme for people: `leads_a_month` is “leads a month”."""
    return {"storage_gb": "GB of storage"}.get(name, name.replace("_", " "))
