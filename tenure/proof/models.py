"""Backtests that were asked for, how far they are, and what they found."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tenure.foundation.enums import Word
from tenure.foundation.tables import Record, between, choice, one_of
from tenure.people.models import Person

SHORTEST, USUAL, LONGEST = 7, 90, 365  # days to look ahead


class BacktestState(Word):
    WAITING = "WAITING"
    RUNNING = "RUNNING"
    DONE = "DONE"
    FAILED = "FAILED"


class Backtest(Record):
    """One backtest of one scorecard. The scorecard is kept whole: it may be a draft."""

    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="backtests")
    scorecard_version = models.CharField(max_length=64, db_comment="hash of the definition")
    definition = models.JSONField()
    horizon_days = models.PositiveSmallIntegerField()
    state = choice(BacktestState, default=BacktestState.WAITING.value)
    steps = models.PositiveIntegerField(default=0, db_default=0, db_comment="0: not known yet")
    steps_done = models.PositiveIntegerField(default=0, db_default=0)
    report = models.JSONField(null=True)
    problem = models.TextField(blank=True, default="", db_default="")
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("state", BacktestState),
            between(
                "horizon_days", SHORTEST, LONGEST,
                f"Look between {SHORTEST} and {LONGEST} days ahead.",
            ),
            models.CheckConstraint(
                condition=Q(report__isnull=False, finished_at__isnull=False)
                | ~Q(state=BacktestState.DONE.value),
                name="a_finished_backtest_has_its_report",
                violation_error_message="A finished backtest has a report and the time of its end.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["-created_at", "-id"], name="backtests_newest_first")]

    def __str__(self) -> str:
        return f"{self.horizon_days} days, scorecard {self.scorecard_version[:12]}"

    @property
    def is_busy(self) -> bool:
        return self.state in (BacktestState.WAITING.value, BacktestState.RUNNING.value)
