"""Running a backtest: it reads for long and writes once, so a run that was killed is run again."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import msgspec
from django.utils import timezone

from tenure.foundation.refusals import Refusal
from tenure.health.history import card_of
from tenure.proof.backtesting import backtest
from tenure.proof.looking import look_back, span
from tenure.proof.models import Backtest, BacktestState
from tenure.proof.report import Report

type Progress = Callable[[int, int], None]


def run_backtest(
    *, backtest_id: str | UUID, at: datetime, progress: Progress | None = None
) -> Backtest:
    """Run what was asked for, and keep its report. What is finished stays as it is."""
    record = Backtest.objects.get(id=backtest_id)
    if not record.is_busy:
        return record
    _note(record, state=BacktestState.RUNNING)

    def tell(done: int, steps: int) -> None:
        _note(record, steps_done=done, steps=steps)
        if progress:
            progress(done, steps)

    try:
        card = card_of(record.scorecard_version, record.definition)
        past = look_back(card, span(timezone.localdate(at)), tell)
        report = backtest(past, card, record.horizon_days)
    except Exception as error:
        words = error.message if isinstance(error, Refusal) else "Something went wrong."
        _note(record, state=BacktestState.FAILED, problem=words, finished_at=timezone.now())
        raise
    kept = msgspec.to_builtins(report)
    _note(record, state=BacktestState.DONE, report=kept, finished_at=timezone.now())
    return record


def report_of(record: Backtest) -> Report | None:
    return msgspec.convert(record.report, Report) if record.report else None


def _note(record: Backtest, **told: object) -> None:
    for name, value in told.items():
        setattr(record, name, value)
    record.save(update_fields=[*told, "updated_at"])
