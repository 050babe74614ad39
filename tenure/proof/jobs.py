"""Background entry points of proof."""

from django.utils import timezone
from procrastinate.contrib.django import app

from tenure.proof import running


@app.task(name="proof.backtest")
def backtest(*, backtest_id: str) -> None:
    running.run_backtest(backtest_id=backtest_id, at=timezone.now())
