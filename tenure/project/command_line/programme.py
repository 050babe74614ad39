from pathlib import Path

import click

from tenure.project.command_line.application import answer, as_json, refusing

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group("programme")
def command() -> None:
    """Look at the programme: tiers, onboarding, plans, escalation, reviews, metrics, calendar.

    \b
    tenure programme show
    tenure programme check ours/
    tenure programme diff
    tenure programme diff ours/

    A company's own files lie in the folder `programme` of the data folder, or in the one that
    TENURE_PROGRAMME names. Each takes the place of the file of the same name that comes with Tenure.
    """


@command.command("show")
@as_json
@refusing
def show(is_json: bool) -> None:
    """Say which programme is in force, and which of its files are the company's own."""
    from tenure.programme.in_force import standing
    from tenure.programme.whole import FORMS

    now = standing()
    told = {"version": now.programme.version, "folder": str(now.folder), "own": list(now.own),
            "fault": now.fault}  # fmt: skip
    if is_json:
        answer(told)
        return
    click.echo(f"In force: {now.programme.version}, own files in {now.folder}")
    for name in FORMS:
        click.echo(f"  {name + '.toml':18}{'own' if name in now.own else 'comes with Tenure'}")
    if now.fault:
        click.echo(f"Refused, and the last good one stays: {now.fault}", err=True)


@command.command("check")
@click.argument("folder", type=FOLDER, required=False)
@as_json
@refusing
def check(folder: Path | None, is_json: bool) -> None:
    """Say whether the files of FOLDER could be in force; every wrong file with its line."""
    from tenure.programme.in_force import keeper
    from tenure.programme.loading import WrongProgramme, files_of, load, read_programme
    from tenure.programme.whole import FORMS

    folder, faults = folder or keeper().folder, []
    try:
        paths = files_of(folder)
    except WrongProgramme as wrong:
        faults, paths = [wrong.message], {}
    for name, path in paths.items():
        try:
            load(path, FORMS[name])
        except WrongProgramme as wrong:
            faults.append(wrong.message)
    if not faults:
        try:
            read_programme(folder)
        except WrongProgramme as wrong:
            faults.append(wrong.message)
    _tell(folder, faults, is_json)


def _tell(folder: Path, faults: list[str], is_json: bool) -> None:
    if is_json:
        answer({"folder": str(folder), "faults": faults})
    else:
        for fault in faults:
            click.echo(fault, err=True)
        if not faults:
            click.echo(f"The programme in {folder} is in order.")
    if faults:
        raise SystemExit(1)


@command.command("diff")
@click.argument("folder", type=FOLDER, required=False)
@as_json
@refusing
def diff(folder: Path | None, is_json: bool) -> None:
    """Say in sentences what differs from what comes with Tenure, in FOLDER or in what is in force."""
    from tenure.programme.changes import changes
    from tenure.programme.in_force import programme
    from tenure.programme.loading import read_programme

    told = changes(read_programme(), read_programme(folder) if folder else programme())
    if is_json:
        answer(told)
        return
    for words in told:
        click.echo(words)
    if not told:
        click.echo("Nothing differs.")
