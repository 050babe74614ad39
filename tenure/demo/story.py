"""The demo's story, told week by week through the same actions that everybody uses."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from django.db import connection, transaction

from tenure.demo.arcs import DAYS
from tenure.demo.chapters import CHAPTERS
from tenure.demo.files import write_files
from tenure.demo.opening import Progress, add_customers, add_team
from tenure.demo.scene import Player, Scene, hour_of
from tenure.foundation.audit.trail import Machine, Origin, origin
from tenure.health import actions as health
from tenure.health import scorecards
from tenure.imports import actions as imports
from tenure.insights.periods import Period
from tenure.insights.reckoning import reckon
from tenure.insights.words import PeriodType
from tenure.people.models import Person
from tenure.proof import actions as proof
from tenure.proof.running import run_backtest
from tenure.tiering import actions as tiering

DAYS_SCORED_DAILY = 21
MEASURED = {
    PeriodType.WEEKLY: 8, PeriodType.MONTHLY: 18, PeriodType.QUARTERLY: 6, PeriodType.ANNUAL: 2,
}  # fmt: skip


def tell_story(*, now: datetime, folder: Path, progress: Progress) -> None:
    """Fill an empty database: all of it, or, if something stops it, nothing."""
    with transaction.atomic(), coming_from("page"):
        team = add_team(now)
        players = add_customers(team, now, progress)
        bring_in_files(players, team, now, folder, progress)
        live(Scene(players, now), progress)
        tiering.review_all_tiers(by=Machine("Review of tiers"), at=now)
        prove(team, now)
        measure(now, progress)


def measure(now: datetime, progress: Progress) -> None:
    """The metrics of the story's time, as the nights would have reckoned them."""
    done = 0

    def said(period: Period, customers: int) -> None:
        nonlocal done
        done += 1
        progress("Metrics", done, sum(MEASURED.values()))

    reckon(now, MEASURED, said)


def bring_in_files(
    players: list[Player], team: dict[str, Person], now: datetime, folder: Path, progress: Progress
) -> None:
    """What other systems know: contracts, invoices, usage, tickets, survey answers, use by the month."""
    facts = [player.fact for player in players]
    paths = write_files(facts, now.date(), folder)
    jobs = imports.plan(paths, None)
    for done, job in enumerate(jobs, start=1):
        outcome = imports.import_file(
            job=job,
            refused_to=folder / f"refused-{job.path.name}",
            by=team["Mei-Ling Chen"],
            at=now,
        )
        assert not outcome.refused, outcome.refusals[:3]
        progress("Usage, contracts, tickets, surveys", done, len(jobs))
    with connection.cursor() as cursor:
        cursor.execute("analyze")
    for path in paths:
        path.unlink()


def live(scene: Scene, progress: Progress) -> None:
    """Eighteen months: what people did each week, and the scores at its end."""
    now = scene.now
    begin = now.date() - timedelta(days=DAYS)
    ends = list(_score_days(begin, now.date()))
    since = begin
    for done, end in enumerate(ends, start=1):
        for chapter in CHAPTERS:
            chapter(scene, since, end)
        with coming_from("job"):
            ids = [player.customer.id for player in scene.players if player.has_joined(end)]
            health.score_customers(
                ids=ids, last_known=end - timedelta(days=1), by=Machine("Nightly scoring"),
                at=min(hour_of(end, 5), now),
            )  # fmt: skip
        since = end
        progress("Eighteen months", done, len(ends))


def prove(team: dict[str, Person], now: datetime) -> None:
    """The manager asks whether the scores of these months told who would leave."""
    asked = proof.ask_backtest(
        card=scorecards.in_force(), in_background=False, by=team["Rosa Oliveira"], at=now
    )
    run_backtest(backtest_id=asked.id, at=now)


def _score_days(begin: date, today: date) -> Iterator[date]:
    day = begin + timedelta(days=7)
    while day < today - timedelta(days=DAYS_SCORED_DAILY):
        yield day
        day += timedelta(days=7)
    for back in range(DAYS_SCORED_DAILY, -1, -1):
        yield today - timedelta(days=back)


@contextmanager
def coming_from(via: str) -> Iterator[None]:
    noted = origin.set(Origin(via=via))
    try:
        yield
    finally:
        origin.reset(noted)
