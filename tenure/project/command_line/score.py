from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

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
    from tenure.health.runs import Outcome


@click.command("score")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Score as of the end of this day.")
@click.option(
    "--weeks",
    type=click.IntRange(0, 520),
    default=0,
    help="Score also the ends of this many weeks before, oldest first.",
)
@as_json
@refusing
def command(as_of: datetime | None, weeks: int, is_json: bool) -> None:
    """Compute the health score of every customer from what is known.

    \b
    tenure score                      now
    tenure score --weeks 26           now, and the ends of the last 26 weeks for a history
    tenure score --as-of 2024-06-30   as it was at the end of that day

    Scores are as of the last day that any feed reported. A score that would repeat one of the same
    day is not written again. For a day in the past only facts that carry a date count, because
    profiles say what is so now.
    """  # fmt: skip
    with application():
        outcome, known_until, is_old = _score(as_of, weeks)
    counts = {"scored": outcome.scored, "unchanged": outcome.unchanged, "unknown": outcome.unknown}
    if is_json:
        answer(counts | {"known_until": known_until})
        return
    click.echo(", ".join(f"{count:,} {word}" for word, count in counts.items()))
    if is_old:
        click.echo(f"The newest data is from {known_until:%d %B %Y}; scores are as of that day.")


def _score(as_of: datetime | None, weeks: int) -> tuple["Outcome", date, bool]:
    """What it came to, the last day that is known, and whether that is before the one wanted."""
    from django.utils import timezone

    from tenure.customers.models import Customer
    from tenure.health import actions, facts
    from tenure.health.runs import Outcome

    now = timezone.now()
    end = _end_of(as_of.date()) if as_of else now
    known_until = min(facts.known_until(end.date()), end.date())
    past = [_end_of(known_until - timedelta(weeks=n)) for n in range(weeks, 0, -1)]
    outcome = Outcome()
    with progress_bar("Scoring", Customer.objects.count() * (len(past) + 1)) as tell:
        for at in (*past, end):
            outcome.add(
                actions.score_all_customers(
                    by=whoever_types(), at=at, knows_present=at == now,
                    progress=lambda done: tell(outcome.scored + outcome.unchanged + outcome.unknown + done),
                )
            )  # fmt: skip
    return outcome, known_until, known_until < end.date()


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), UTC)
