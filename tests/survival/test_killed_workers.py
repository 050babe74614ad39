"""A job whose worker is killed in the middle of it is done later, and nothing is done by half."""

import os
import signal
import subprocess
import sys

import procrastinate
import psutil
import pytest

from tenure.foundation.database.access import connection_parameters
from tests.processes import until
from tests.survival.conftest import PASSWORD
from tests.watching import children

pytestmark = pytest.mark.slow
ROWS = 40_000
AGED = """
    update procrastinate_workers set last_heartbeat = now() - interval '1 minute'
    where id in (select worker_id from procrastinate_jobs
                 where status = 'doing' and task_name = 'imports.bring_in')
"""


def act(house, *told):
    subprocess.run([sys.executable, "-m", "tests.survival.uploading", *told],
                   env=house.environ, check=True)  # fmt: skip


def ask(house, question):
    with house.database() as connection:
        return connection.execute(question).fetchone()[0]


def a_minute_passes(house):
    """The killed worker has not been heard of for a minute, and the jobs are looked after."""
    with house.database() as connection:
        connection.execute(AGED)
    connector = procrastinate.SyncPsycopgConnector(kwargs=connection_parameters(house.folder))
    with procrastinate.App(connector=connector).open() as app:
        app.configure_task("background.retry_stalled").defer(timestamp=0)


@pytest.fixture
def importing(house):
    """A large file is being imported by the worker in `house.worker`."""
    told = ("user", "create", "ada@tenure.example", "--role", "administrator", "--password-stdin")
    assert house.run(*told, given=PASSWORD + "\n").returncode == 0
    house.worker = house.start("worker")
    act(house, "upload", str(ROWS))
    until(lambda: ask(house, "select state from imports_import") == "CHECKED", "it is checked")
    for note in house.folder.uploads.glob("imports/*/progress"):
        note.unlink()
    act(house, "start")
    until(lambda: list(house.folder.uploads.glob("imports/*/progress")), "the import is under way")
    return house


def test_a_killed_worker_leaves_nothing_half_done_and_another_does_its_job(importing):
    os.killpg(importing.worker.pid, signal.SIGKILL)
    importing.worker.wait()
    importing.start("worker")

    assert ask(importing, "select state from imports_import") == "IMPORTING"
    assert ask(importing, "select count(*) from customers_customer") == 0

    a_minute_passes(importing)
    until(lambda: ask(importing, "select state from imports_import") == "DONE", "it is done")
    assert ask(importing, "select count(*) from customers_customer") == ROWS
    assert ask(importing, "select created_rows from imports_import") == ROWS


def test_the_portal_starts_another_worker_for_one_that_was_killed(house):
    web = psutil.Process(house.serve().pid)
    until(lambda: children(web, "tenure worker"), "there is a worker")
    before = children(web, "tenure worker")
    for worker in before:
        worker.kill()

    until(lambda: children(web, "tenure worker") - before, "there is another worker")
