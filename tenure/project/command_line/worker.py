import click

from tenure.project.command_line.application import application, refusing
from tenure.project.orphans import end_with_starter

JOBS_AT_ONCE = 4


@click.command("worker")
@refusing
def command() -> None:
    """Work on background jobs: imports from the portal, nightly scoring.

    `tenure serve` does this too. Run workers of their own where one is not enough, on any machine
    that reaches the same database. A job whose worker dies is done again by another.
    """
    end_with_starter()
    with application():
        import asyncio
        from concurrent.futures import ThreadPoolExecutor

        from procrastinate.contrib.django import app

        from tenure.foundation.database.folder import data_folder
        from tenure.foundation.database.watch import watched

        async def work() -> None:
            # Tasks are plain functions: each runs in a thread, and the default pool is too small.
            asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(JOBS_AT_ONCE * 2))
            connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
            with app.replace_connector(connector):
                async with app.open_async():
                    await app.run_worker_async(
                        concurrency=JOBS_AT_ONCE, shutdown_graceful_timeout=20, delete_jobs="never"
                    )

        with watched(data_folder()):
            asyncio.run(work())
