"""What was acknowledged stays, whatever is killed while people write."""

import contextlib
import os
import signal

import psutil
import pytest

from tests.processes import until
from tests.watching import children, has_ended

pytestmark = pytest.mark.slow


def goes_on(writing):
    """Further customers are added than there were."""
    before = len(writing.acknowledged)
    until(lambda: len(writing.acknowledged) >= before + 5, "people go on adding customers")


def test_a_killed_portal_loses_nothing_and_starts_again(served, writing, lost):
    os.kill(served.web.pid, signal.SIGKILL)
    served.web.wait()
    served.serve()

    goes_on(writing)
    assert lost() == set()


def test_a_killed_web_process_is_started_again_and_loses_nothing(served, writing, lost):
    (web,) = children(psutil.Process(served.web.pid), "serve")
    web.kill()
    until(lambda: has_ended(web), "the web process is gone")

    goes_on(writing)
    assert lost() == set()


def test_a_power_cut_loses_nothing(served, writing, lost):
    """Everything is killed at once: the portal, its processes, the database and its sessions."""
    server = served.postmaster()
    sessions = server.children()
    os.killpg(served.web.pid, signal.SIGKILL)
    for process in (server, *sessions):
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    served.web.wait()
    served.serve()

    goes_on(writing)
    assert lost() == set()


def test_a_killed_database_comes_back_by_itself_and_loses_nothing(served, writing, lost):
    server = served.postmaster()
    server.kill()
    until(lambda: has_ended(server), "the database is gone")

    goes_on(writing)
    assert served.postmaster().pid != server.pid
    assert lost() == set()


def test_a_database_killed_again_and_again_loses_nothing(served, writing, lost):
    for _ in range(3):
        served.postmaster().kill()
        goes_on(writing)

    assert served.web.poll() is None
    assert lost() == set()
