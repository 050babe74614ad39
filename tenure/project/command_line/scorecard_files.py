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

if TYPE_CHECKING:
    from tenure.programme.scorecard import Scorecard

file_given = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.command("check")
@file_given
@as_json
@refusing
def check(file: Path, is_json: bool) -> None:
    """Say everything that is wrong with a file, or that it can be used."""
    with application():
        card = _card_in(file)
        count = len(card.measures)
    if is_json:
        answer({"file": str(file), "version": card.version, "measures": count})
    else:
        click.echo(f"{file} is in order: {count} measures in {len(card.component)} components.")


@click.command("import")
@file_given
@click.option("--note", default="", help="Why: stands beside the version for ever.")
@click.option("--draft", "is_draft", is_flag=True, help="As a draft, to be tried on its page.")
@as_json
@refusing
def bring_in(file: Path, note: str, is_draft: bool, is_json: bool) -> None:
    """Save a file as a version, which is not in force by that, or as a draft."""
    with application():
        from django.utils import timezone

        from tenure.health import drafting, scorecards

        told: dict[str, Any] = {"by": whoever_types(), "at": timezone.now()}
        card = _card_in(file)
        if is_draft:
            values = scorecards.plain_values(card)
            drafting.start_draft(name=file.name[:100], definition=values, **told)
            said: dict[str, Any] = {"draft": file.name[:100]}
        else:
            said = {"number": scorecards.save(card=card, note=note, **told).number}
    if is_json:
        answer(said)
    elif is_draft:
        click.echo(f"The draft “{said['draft']}” waits at /health/scorecards/.")
    else:
        click.echo(f"Saved as version {said['number']}; `tenure scorecard put` puts it in force.")


def _card_in(file: Path) -> "Scorecard":
    """The scorecard in a file; what is wrong with it is refused, a line for each fault."""
    from tenure.foundation.refusals import Invalid
    from tenure.health.forms import card_of_file
    from tenure.programme.scorecard import WrongScorecard

    try:
        return card_of_file(file.read_bytes())
    except WrongScorecard as refusal:
        lines = [f"{file}: {fault.place}: {fault.words}" for fault in refusal.faults]
        fields = {fault.place: fault.words for fault in refusal.faults}
        raise Invalid("\n".join(lines), fields) from None
