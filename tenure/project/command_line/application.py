"""What every command needs around it: the database, Django, words for refusals, JSON."""

import gc
import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import click

from tenure.foundation.refusals import Refusal

as_json = click.option("--json", "is_json", is_flag=True, help="Answer in JSON.")


@contextmanager
def application(*, migrated: bool = True) -> Iterator[None]:
    """Start the database and Django, and bring the tables up to date, for as long as it lasts."""
    with database():
        import django

        django.setup()
        if migrated:
            from tenure.project.migrating import bring_up_to_date

            bring_up_to_date()
        gc.freeze()  # what stays need not be looked through for garbage, again and again
        yield


@contextmanager
def database() -> Iterator[None]:
    """Start the database alone, and name the settings for whoever starts Django."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tenure.project.settings")
    from tenure.foundation.database.choice import database_running

    say_what_takes_long()
    with database_running():
        yield


def leave_database() -> None:
    """Close what is open: the server may stop with `application()`, and a connection that is kept
    past it would break the next one of this process."""
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]


def say_what_takes_long() -> None:
    """The first start takes some seconds; nobody should wonder. Programs are not told."""
    from tenure.foundation.database.folder import data_folder

    context = click.get_current_context(silent=True)
    is_json = context is not None and context.params.get("is_json")
    if not is_json and not os.environ.get("DATABASE_URL") and not data_folder().cluster.exists():
        click.echo("Preparing the database …", err=True)


def refusing[**P, R](command: Callable[P, R]) -> Callable[P, R]:
    """Say a refusal in words and exit with 1, instead of a traceback."""

    @wraps(command)
    def said(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except Refusal as refusal:
            if kwargs.get("is_json"):
                answer({"error": refusal.message, "fields": refusal.fields})
            else:
                click.secho(refusal.message, fg="red", err=True)
            sys.exit(1)

    return said


def answer(data: Any) -> None:
    """One JSON value on standard output."""
    click.echo(json.dumps(data, default=str, ensure_ascii=False, indent=2))


def whoever_types() -> Any:
    """The author of what is done at the command line."""
    from tenure.foundation.audit.trail import Machine

    return Machine(f"{getpass.getuser()} (command line)")
