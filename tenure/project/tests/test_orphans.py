"""What a portal started ends with it; what somebody started by hand goes on."""

import os
import subprocess
import sys
import threading

import psutil
import pytest

from tenure.project import orphans
from tests.processes import until
from tests.watching import has_ended

pytestmark = pytest.mark.slow
STARTER = """
import os, subprocess, sys
from tenure.project import orphans
if sys.argv[1] == "noted":
    orphans.note_starter()
print(subprocess.Popen([sys.executable, "-c", sys.argv[2]]).pid, flush=True)
sys.stdin.read()
"""
CHILD = """
import sys, time
from tenure.project import orphans
orphans.end_with_starter()
print("ready", flush=True)
time.sleep(600)
"""


@pytest.fixture
def family():
    """Starts a process that starts another; answers both when they are ready."""
    made = []

    def started(how):
        starter = subprocess.Popen([sys.executable, "-c", STARTER, how, CHILD],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # fmt: skip
        child = psutil.Process(int(starter.stdout.readline()))
        made.extend((starter, child))
        assert starter.stdout.readline() == "ready\n"
        return starter, child

    yield started
    for process in made:
        if isinstance(process, subprocess.Popen):
            process.communicate()
        elif not has_ended(process):
            process.kill()


def test_it_ends_when_its_starter_is_killed(family):
    starter, child = family("noted")
    starter.kill()
    starter.wait()

    until(lambda: has_ended(child), "the other process ends too")


def test_one_that_was_started_by_hand_looks_after_nobody(monkeypatch):
    monkeypatch.delenv("TENURE_SERVED_BY", raising=False)
    before = {thread.name for thread in threading.enumerate()}
    orphans.end_with_starter()
    orphans.note_starter()
    orphans.end_with_starter()

    assert os.environ.pop("TENURE_SERVED_BY") == str(os.getpid())
    assert {thread.name for thread in threading.enumerate()} == before
