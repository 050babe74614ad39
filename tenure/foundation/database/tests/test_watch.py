"""The watch over the server brings it back, and says a lasting trouble once."""

import psutil
import pytest

from tenure.foundation.database import embedded, watch
from tenure.foundation.database.tests.conftest import ask
from tests.processes import until
from tests.watching import has_ended

pytestmark = pytest.mark.slow


@pytest.fixture
def looks(monkeypatch):
    """How often the watch tried to bring the server back, at a quicker pace."""
    tries = []

    def counted(folder):
        tries.append(folder)
        really(folder)

    really = embedded.revive
    monkeypatch.setattr(embedded, "revive", counted)
    monkeypatch.setattr(watch, "SECONDS_BETWEEN_LOOKS", 0.02)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tries


def kill_server(folder):
    server = psutil.Process(int((folder.cluster / "postmaster.pid").read_text().split()[0]))
    server.kill()
    until(lambda: has_ended(server), "the server is gone")


def test_a_killed_server_comes_back(filled, looks, caplog):
    with embedded.running(filled), watch.watched(filled):
        kill_server(filled)
        until(lambda: "The database is back." in caplog.messages, "it is back")

        assert ask(filled, "select words from note") == "kept"


def test_a_lasting_trouble_is_said_once_and_ends_when_it_is_mended(filled, looks, caplog):
    version = filled.cluster / "PG_VERSION"
    with embedded.running(filled):
        version.write_text("17\n")
        kill_server(filled)
        with watch.watched(filled):
            until(lambda: len(looks) >= 5, "it was tried five times")
            said = [words for words in caplog.messages if "was made by PostgreSQL 17" in words]
            assert len(said) == 1

            version.write_text("18\n")
            until(lambda: "The database is back." in caplog.messages, "it is back")

    assert caplog.messages.count("The database does not answer; starting it again.") == 1


def test_another_trouble_is_said_as_well(filled, looks, caplog):
    version = filled.cluster / "PG_VERSION"
    with embedded.running(filled):
        version.write_text("17\n")
        kill_server(filled)
        with watch.watched(filled):
            until(lambda: "PostgreSQL 17" in caplog.text, "the first trouble is said")
            version.write_text("16\n")
            until(lambda: "PostgreSQL 16" in caplog.text, "the second is said")
            version.write_text("18\n")
            until(lambda: "The database is back." in caplog.messages, "it is back")


def test_a_server_of_the_users_is_left_to_them(folder, looks, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://db.example.com/tenure")

    with watch.watched(folder):
        assert not watch.listens(folder)

    assert looks == []
