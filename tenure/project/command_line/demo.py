from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
import rich.progress
from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn

from tenure.project.command_line.application import application, leave_database, refusing
from tenure.project.preparing import prepared_meanwhile

if TYPE_CHECKING:
    from tenure.demo.opening import Progress


@click.command("demo")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--fill-only", is_flag=True, help="Fill the database, and do not serve it.")
@refusing
def command(host: str, fill_only: bool) -> None:
    """Fill an empty database with a believable story, and serve it.

    Eighteen months of an insurance lead platform: 120 customers, a team of eight CSMs, onboarding,
    plans, reviews, references, and customers that left, with the causes visible in their usage
    before. The first time takes about four minutes; after that it starts at once and keeps what you did.
    """
    from tenure.project.command_line.port import refuse_taken_port, wanted_port
    from tenure.project.command_line.serve import serve

    if not fill_only:
        refuse_taken_port(host, wanted_port())
    fill()
    if not fill_only:
        serve(host, None, workers=2, without_jobs=False)


def fill() -> None:
    from tenure.foundation.database.folder import data_folder

    click.echo(f"The data folder is {data_folder().path}", err=True)
    with application():
        from django.utils import timezone

        from tenure.customers.models import Customer
        from tenure.demo import cast
        from tenure.demo.story import tell_story
        from tenure.foundation.refusals import Unavailable
        from tenure.people.models import Person

        emails = [email for _, email, _ in cast.TEAM]
        is_told = Person.objects.filter(email__in=emails).exists()
        if not is_told and Customer.objects.exists():
            raise Unavailable(
                "This database holds customers of yours. Give the demo a folder of its own: "
                "TENURE_DATA=some/other/folder tenure demo"
            )
        if not is_told:
            with prepared_meanwhile(), bars() as progress:
                tell_story(
                    now=timezone.now(), folder=data_folder().uploads / "demo", progress=progress
                )
        leave_database()
    show_sign_in()


def show_sign_in() -> None:
    from tenure.demo import cast

    click.echo("\nSign in with one of these, password " + click.style(cast.PASSWORD, bold=True))
    for name, email, role in cast.TEAM[:4]:
        click.echo(f"  {email:32} {name}, {role.title.lower() if role.code != 'csm' else 'CSM'}")
    click.echo("")


@contextmanager
def bars() -> "Iterator[Progress]":
    """A bar for each phase of the story."""
    columns = (TextColumn("{task.description:36}"), BarColumn(), TimeElapsedColumn())
    with rich.progress.Progress(*columns, console=Console(stderr=True)) as shown:
        tasks: dict[str, rich.progress.TaskID] = {}

        def progress(phase: str, done: int, total: int) -> None:
            if phase not in tasks:
                tasks[phase] = shown.add_task(phase, total=total)
            shown.update(tasks[phase], completed=done)

        yield progress
