"""Recurring revenue and renewals: how gaps count, when a renewal is early. Plain Python."""

from tenure.programme.part import Contradiction, Part


class Revenue(Part, frozen=True):
    gap_days: int
    """A customer whose next contract begins within so many days after the last one has not left."""
    early_days: int
    """A renewal that is agreed so many days before the end, or more, is early."""
    ahead_days: tuple[int, ...]
    """How far ahead renewals are looked at."""

    def __post_init__(self) -> None:
        if not 0 <= self.gap_days <= 365:
            raise Contradiction("A gap lasts 0 to 365 days.", "gap_days")
        if not self.ahead_days or list(self.ahead_days) != sorted(set(self.ahead_days)):
            raise Contradiction("Days ahead rise from one to the next.", "ahead_days")
