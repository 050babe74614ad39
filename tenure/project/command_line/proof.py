from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tenure.project.command_line.application import (
    answer,
    application,
    as_json,
    refusing,
    whoever_types,
)
from tenure.project.command_line.progress import progress_bar

if TYPE_CHECKING:
    from tenure.programme.scorecard import Scorecard
    from tenure.proof.report import Report


@click.command("proof")
@click.option(
    "--scorecard",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Test this scorecard (TOML) instead of the one in force.",
)
@click.option(
    "--horizon",
    type=click.IntRange(7, 365),
    default=90,
    show_default=True,
    help="Who left within this many days counts.",
)
@as_json
@refusing
def command(scorecard: Path | None, horizon: int, is_json: bool) -> None:
    """Hold what the score said on past days against who left afterwards.

    \b
    tenure proof                             the scorecard in force, 90 days ahead
    tenure proof --horizon 180 --json        further ahead, for a program
    tenure proof --scorecard draft.toml      a draft, before anybody uses it

    Scores are computed anew for every 30th day from facts that carry a date, as they stood on it. The
    report is kept and shown under Health in the portal too.
    """  # fmt: skip
    with application():
        report = _report(scorecard, horizon)
        if is_json:
            from msgspec import to_builtins

            answer(to_builtins(report))
            return
        _say(report)


def _report(file: Path | None, horizon: int) -> "Report":
    from django.utils import timezone

    from tenure.proof import actions, running

    now = timezone.now()
    asked = actions.ask_backtest(
        card=_card(file), horizon_days=horizon, in_background=False, by=whoever_types(), at=now
    )
    with progress_bar("Looking back", None) as tell:
        done = running.run_backtest(
            backtest_id=asked.id, at=now, progress=lambda step, _: tell(step)
        )
    report = running.report_of(done)
    assert report is not None
    return report


def _card(file: Path | None) -> "Scorecard":
    from tenure.health import scorecards
    from tenure.programme import loading
    from tenure.programme.scorecard import Scorecard

    return loading.load(file, Scorecard) if file else scorecards.in_force()


def _say(report: "Report") -> None:
    from tenure.proof.verdict import NAIVE, verdict

    told = verdict(report)
    click.secho(told.strong, bold=True)
    click.echo(told.rest)
    for name, figure in _figures(report).items():
        click.echo(f"  {name:<28} {figure}")
    for one in report.baselines:
        click.echo(f"  AUC of {NAIVE[one.code].title.lower():<21} {_number(one.ranking.auc)}")


def _figures(report: "Report") -> dict[str, Any]:
    ranking, flagged = report.ranking, report.flagged
    lead = flagged.lead_days
    return {
        "AUC": f"{_number(ranking.auc)} ({_number(ranking.low)} to {_number(ranking.high)})",
        "customers that left": f"{ranking.leavers:,} in the test, from {report.split_on}",
        "lift of the lowest tenth": _number(report.lift, 1),
        "leavings that were flagged": f"{flagged.caught:,} of {flagged.leavings:,}",
        "lost value that was flagged": f"{flagged.lost_and_flagged:,.0f} of {flagged.lost:,.0f}",
        "lead time, median": f"{lead[1]:.0f} days" if lead else "none",
        "false alarms": f"{flagged.false_alarms:,} in {flagged.weeks:.0f} weeks",
    }


def _number(number: float | None, digits: int = 2) -> str:
    return "none" if number is None else f"{number:.{digits}f}"
