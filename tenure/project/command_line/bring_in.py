from dataclasses import asdict
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
    from tenure.imports.actions import Job
    from tenure.imports.findings import Finding
    from tenure.imports.reading import FileOutcome

ORDERS = ("year-first", "day-first", "month-first")


def read_dates(told: tuple[str, ...]) -> dict[str, Any]:
    from tenure.foundation.tabular.dates import DateOrder

    orders = {}
    for text in told:
        column, sign, order = text.partition("=")
        if not sign or order not in ORDERS:
            raise click.BadParameter(f"write --dates COLUMN=ORDER with one of {', '.join(ORDERS)}")
        orders[column] = DateOrder(order)
    return orders


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--mapping", "-m", help="A mapping file, or the name of one that comes with Tenure.")
@click.option("--kind", help="What the files hold, when their columns do not tell.")
@click.option(
    "--dates",
    multiple=True,
    metavar="COLUMN=ORDER",
    help="How a column writes its dates: year-first, day-first or month-first.",
)
@click.option("--encoding", help="The files' encoding, when it is not UTF-8.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
@click.option(
    "--refused-to",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Where files of refused rows go (default: here).",
)
@as_json
@refusing
def command(
    files: tuple[Path, ...], mapping: str | None, kind: str | None, dates: tuple[str, ...],
    encoding: str | None, dry_run: bool, refused_to: Path, is_json: bool,
) -> None:  # fmt: skip
    """Bring in CSV files of customers, contracts, usage, tickets, survey answers, churn events.

    \b
    tenure import customers.csv contracts.csv usage.csv
    tenure import exports/*.csv --mapping ours.toml --dry-run
    tenure import ravenstack/*.csv --mapping ravenstack

    Files come in the right order whatever order they are named in. Rows that cannot be taken go to
    refused-FILE with line, field and reason; mend them there and import that file. Importing a file
    again changes nothing. docs/importing.md describes the formats and the mapping file.
    """
    with application():
        from tenure.imports import actions
        from tenure.imports.findings import findings

        chosen = actions.mapping_named(mapping) if mapping else None
        jobs = actions.plan(files, chosen, kind=kind, dates=read_dates(dates), encoding=encoding)
        outcomes = []
        for job in jobs:
            outcomes.append(_take(job, refused_to, dry_run))
            if not is_json:
                _show(outcomes[-1], dry_run)
        found = [] if dry_run else findings()
    _show_end(outcomes, found, is_json)


def _take(job: "Job", refused_to: Path, dry_run: bool) -> "FileOutcome":
    from django.utils import timezone

    from tenure.foundation.refusals import Refusal
    from tenure.imports import actions

    target = refused_to / f"refused-{job.path.name.removeprefix('refused-')}"
    if target.resolve() == job.path.resolve():
        target = target.with_name(f"refused-again-{job.path.name.removeprefix('refused-')}")
    at = timezone.now()
    try:
        with progress_bar(job.path.name, None) as tell:
            if dry_run:
                return actions.try_file(job=job, refused_to=target, at=at, progress=tell)
            return actions.import_file(
                job=job, refused_to=target, by=whoever_types(), at=at, progress=tell
            )
    except Refusal as refusal:
        raise type(refusal)(f"{job.path.name}: {refusal.message}", refusal.fields) from None


def _show(outcome: "FileOutcome", dry_run: bool) -> None:
    from tenure.imports.actions import summary

    would = " (would be)" if dry_run else ""
    click.echo(f"{outcome.file}: {outcome.rows:,} {outcome.kind} rows{would}: {summary(outcome)}")
    for refusal in outcome.refusals[:5]:
        click.echo(f"  line {refusal.line}: {refusal.reason}")
    if outcome.refused > 5:
        click.echo(f"  … and {outcome.refused - 5:,} more")
    if outcome.refused_file:
        click.echo(f"  The refused rows are in {outcome.refused_file}")


def _show_end(outcomes: "list[FileOutcome]", found: "list[Finding]", is_json: bool) -> None:
    if is_json:
        answer({"files": [asdict(o) for o in outcomes], "findings": [asdict(f) for f in found]})
        return
    if found:
        click.echo("\nWhat the data says twice, and differently:")
    for finding in found:
        click.echo(f"  {finding.words}\n    {finding.rule}")
