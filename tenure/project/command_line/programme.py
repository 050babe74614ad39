from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenure.project.command_line.application import answer, as_json, refusing

if TYPE_CHECKING:
    from tenure.programme.whole import Programme

given = click.argument("path", type=click.Path(exists=True, path_type=Path), required=False)


@click.group("programme")
def command() -> None:
    """Look at the programme: tiers, onboarding, plans, escalation, reviews, metrics, calendar.

    \b
    tenure programme show
    tenure programme check ours/
    tenure programme diff
    tenure programme diff ours/tiers.toml

    A company's own files lie in the folder `programme` of the data folder, or in the one that
    TENURE_PROGRAMME names. Each takes the place of the file of the same name that comes with Tenure.
    """
    from tenure.health.measures import unknown_in
    from tenure.programme import loading

    if unknown_in not in loading.checks:
        loading.checks.append(unknown_in)


@command.command("show")
@as_json
@refusing
def show(is_json: bool) -> None:
    """Say which programme is in force, and which of its files are the company's own."""
    from tenure.programme.in_force import standing
    from tenure.programme.whole import FORMS

    now = standing()
    told = {"version": now.programme.version, "folder": str(now.folder), "own": list(now.own),
            "faults": list(now.faults)}  # fmt: skip
    if is_json:
        answer(told)
        return
    click.echo(f"In force: {now.programme.version}, own files in {now.folder}")
    for name in FORMS:
        click.echo(f"  {name + '.toml':18}{'own' if name in now.own else 'comes with Tenure'}")
    if now.faults:
        click.echo("Refused, and the last good programme stays in force:", err=True)
    for fault in now.faults:
        click.echo(f"  {fault}", err=True)


@command.command("check")
@given
@as_json
@refusing
def check(path: Path | None, is_json: bool) -> None:
    """Say whether the files of a folder, or one file, could be in force; all that is wrong, by line."""
    from tenure.programme.in_force import keeper
    from tenure.programme.loading import WrongProgramme

    path, faults = path or keeper().folder, []
    try:
        _programme_in(path)
    except WrongProgramme as wrong:
        faults = list(wrong.faults)
    if is_json:
        answer({"path": str(path), "faults": faults})
    else:
        for fault in faults:
            click.echo(fault, err=True)
        if not faults:
            click.echo(f"The programme in {path} is in order.")
    if faults:
        raise SystemExit(1)


@command.command("diff")
@given
@click.option("--factory", is_flag=True, help="Against what comes with Tenure.")
@as_json
@refusing
def diff(path: Path | None, factory: bool, is_json: bool) -> None:
    """Say in sentences what the files of a folder, or one file, would change of what is in force.
    Without them: what is in force against what comes with Tenure."""
    from tenure.health.measures import title_of
    from tenure.programme.changes import changes
    from tenure.programme.in_force import programme
    from tenure.programme.loading import read_programme

    before = read_programme() if factory or path is None else programme()
    after = _programme_in(path) if path else programme()
    told = changes(before, after, title_of(before.scorecard, after.scorecard))
    if is_json:
        answer(told)
    else:
        click.echo("\n".join(told) or "Nothing differs.")


def _programme_in(path: Path) -> "Programme":
    """With the files of a folder over what comes with Tenure, or with one file over what is in force."""
    from tenure.programme.in_force import keeper
    from tenure.programme.loading import files_of, programme_of, read_programme
    from tenure.programme.whole import FORMS

    if path.is_dir() or not path.exists():
        return read_programme(path)
    if path.stem not in FORMS:
        names = ", ".join(f"{name}.toml" for name in FORMS)
        raise click.BadParameter(f"the programme has no such file. It has: {names}.")
    return programme_of(files_of(keeper().folder) | {path.stem: path})
