"""Several web processes serve several people at once, and nobody gets in another's way."""

from contextlib import ExitStack

import pytest

from tests.processes import until
from tests.survival.conftest import PASSWORD
from tests.survival.writer import Writer

pytestmark = pytest.mark.slow
PEOPLE = ("Ada", "Mona", "Alice", "Bob")


def test_people_who_write_at_once_meet_no_trouble(house):
    told = ("user", "create", "ada@tenure.example", "--role", "administrator", "--password-stdin")
    assert house.run(*told, given=PASSWORD + "\n").returncode == 0
    house.serve("--workers", "2")

    writers = [Writer(house.url, "ada@tenure.example", PASSWORD, name) for name in PEOPLE]
    with ExitStack() as writing:
        for writer in writers:
            writing.enter_context(writer)
        until(lambda: all(len(w.acknowledged) >= 15 for w in writers), "everybody adds fifteen")

    assert [writer.troubles for writer in writers] == [[], [], [], []]
