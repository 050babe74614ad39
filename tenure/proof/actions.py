"""What can be done about proof: ask for a backtest."""

from datetime import datetime

import msgspec
from procrastinate.contrib.django import app

from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Invalid
from tenure.health.measures import MEASURE_BY_CODE
from tenure.people.models import Person
from tenure.programme.scorecard import Scorecard
from tenure.proof.models import USUAL, Backtest, BacktestState


@deed("backtest.asked", "asked whether scorecard {scorecard} tells who leaves within {days} days")
def ask_backtest(
    *,
    card: Scorecard,
    horizon_days: int = USUAL,
    in_background: bool = True,
    by: Author,
    at: datetime,
) -> Backtest:
    """Ask for a backtest of a scorecard, in force or not. A second click finds it under way."""
    _refuse_unknown_measures(card)
    busy = Backtest.objects.filter(
        scorecard_version=card.version, horizon_days=horizon_days,
        state__in=[BacktestState.WAITING, BacktestState.RUNNING],
    ).first()  # fmt: skip
    if busy and in_background:
        leave_no_trace()
        return busy
    backtest = Backtest(
        by=by if isinstance(by, Person) else getattr(by, "person", None),
        scorecard_version=card.version,
        definition=msgspec.to_builtins(card, str_keys=True),
        horizon_days=horizon_days,
        created_at=at,
    )
    save(backtest)
    if in_background:
        app.configure_task("proof.backtest").defer(backtest_id=str(backtest.id))
    tell(scorecard=card.version[:12], days=horizon_days)
    return backtest


def _refuse_unknown_measures(card: Scorecard) -> None:
    for measure in card.measures:
        if measure.code not in MEASURE_BY_CODE:
            words = f"There is no measure {measure.code}."
            raise Invalid(words, {"scorecard": words})
