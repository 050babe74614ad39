import click

from tenure.project.command_line.application import (
    answer,
    application,
    as_json,
    refusing,
    whoever_types,
)
from tenure.project.command_line.scorecard_files import bring_in, check


@click.group("scorecard")
def command() -> None:
    """Look at scorecards, check and bring in files, say what differs, put one in force.

    \b
    tenure scorecard show
    tenure scorecard export in-force > ours.toml
    tenure scorecard check ours.toml
    tenure scorecard import ours.toml --note "NPS counts less"
    tenure scorecard diff in-force 2
    tenure scorecard put 2 --note "Agreed in May"

    A scorecard is named by its version's number, by in-force, or by file: what comes with Tenure.
    """


@command.command("show")
@as_json
@refusing
def show(is_json: bool) -> None:
    """List the versions there are, and which one is in force."""
    with application():
        from tenure.health import scorecards
        from tenure.health.models import Scorecard

        columns = ("number", "note", "saved_at", "saved_by", "version")
        rows = list(Scorecard.objects.order_by("number").values(*columns))
        in_force = scorecards.in_force().version
    told = [row | {"in_force": row["version"] == in_force} for row in rows]
    if is_json:
        answer(told)
        return
    if not any(row["in_force"] for row in told):
        click.echo("In force: the scorecard that comes with Tenure.")
    for row in told:
        mark = "in force" if row["in_force"] else ""
        saved = f"{row['saved_at']:%Y-%m-%d %H:%M}"
        click.echo(f"{row['number']:>4}  {saved}  {mark:8}  {row['saved_by']:24}  {row['note']}")


@command.command("export")
@click.argument("name", default="in-force")
@refusing
def export(name: str) -> None:
    """Write a scorecard as TOML to standard output. Comments of an imported file are not kept."""
    with application():
        from tenure.health import scorecards
        from tenure.programme.writing import toml_of

        click.echo(toml_of(scorecards.card_named(name)), nl=False)


@command.command("diff")
@click.argument("before")
@click.argument("after")
@as_json
@refusing
def diff(before: str, after: str, is_json: bool) -> None:
    """Say in sentences what differs from BEFORE to AFTER."""
    with application():
        from tenure.health.measures import title_of
        from tenure.health.scorecards import card_named
        from tenure.programme.differences import differences

        cards = card_named(before), card_named(after)
        told = differences(*cards, title_of(*cards))
    if is_json:
        answer(told)
    else:
        click.echo("\n".join(told) or "They score in the same way.")


@command.command("put")
@click.argument("name")
@click.option("--note", default="", help="Why: stands beside it for ever.")
@refusing
def put(name: str, note: str) -> None:
    """Put a version in force, also an older one again. Scores follow at the next scoring."""
    with application():
        from django.utils import timezone

        from tenure.health import scorecards

        row = scorecards.row_named(name)
        by = whoever_types()
        scorecards.put_in_force(scorecard=row, note=note, by=by, at=timezone.now())
    click.echo(f"Version {name} is in force. `tenure score` scores by it.")


command.add_command(check)
command.add_command(bring_in)
