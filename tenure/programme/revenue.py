"""Recurring revenue and renewals: how gaps count, when a renewal is early. Plain Python."""

from collections.abc import Mapping

from tenure.programme.part import Contradiction, Part, known
from tenure.programme.words import ChurnRisk

CALLS = ("COMMIT", "BEST_CASE", "AT_RISK", "WILL_LEAVE")


class Proposal(Part, frozen=True):
    """What the software expects of a renewal: the worse of what the customer's intent and its risk say.
    `intent` names the least percent for each call; below all of them it is the last."""

    intent: Mapping[str, float]
    risk: Mapping[ChurnRisk, str]

    def __post_init__(self) -> None:
        known("call", self.intent, CALLS, "intent")
        known("call", self.risk.values(), CALLS, "risk")
        missing = [risk.value for risk in ChurnRisk if risk not in self.risk]
        if missing:
            raise Contradiction(f"Say what is expected at the risk {', '.join(missing)}.", "risk")


class Revenue(Part, frozen=True):
    gap_days: int
    """A customer whose next contract begins within so many days after the last one has not left."""
    early_days: int
    """A renewal that is agreed so many days before the end, or more, is early."""
    ahead_days: tuple[int, ...]
    """How far ahead renewals are looked at."""
    proposal: Proposal

    def __post_init__(self) -> None:
        if not 0 <= self.gap_days <= 365:
            raise Contradiction("A gap lasts 0 to 365 days.", "gap_days")
        if not self.ahead_days or list(self.ahead_days) != sorted(set(self.ahead_days)):
            raise Contradiction("Days ahead rise from one to the next.", "ahead_days")
