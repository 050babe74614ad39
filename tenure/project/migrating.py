"""Bringing the tables up to this version, one process at a time."""

import os

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tenure.foundation.refusals import Unavailable

LOCK = 7_346_201  # any number of our own


def pending() -> int:
    """How many migrations are still to be applied."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate(verbosity: int = 0) -> int:
    """Apply what is pending; answers how much that was."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_lock(%s)", [LOCK])
        try:
            count = pending()
            if count:
                call_command("migrate", interactive=False, verbosity=verbosity)
        finally:
            cursor.execute("select pg_advisory_unlock(%s)", [LOCK])
    return count


def bring_up_to_date() -> None:
    """The embedded database is brought up to date by itself; a server of the user's is not."""
    if not pending():
        return
    if os.environ.get("DATABASE_URL"):
        raise Unavailable("The database is older than this Tenure. Run: tenure migrate")
    migrate()
