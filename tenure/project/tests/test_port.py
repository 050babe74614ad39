"""A port that is taken or none is refused in words, before anything else happens."""

import socket
import threading

import pytest

from tenure.foundation.refusals import Unavailable
from tenure.project.command_line import port
from tests.processes import free_port, installation


@pytest.fixture
def taken():
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield holder.getsockname()[1]


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(port, "SECONDS_TO_LET_GO", 0)


def test_a_taken_port_is_named_with_another_to_try(taken):
    with pytest.raises(Unavailable, match=f"Port {taken} is taken .*TENURE_PORT={taken + 1}"):
        port.refuse_taken_port("127.0.0.1", taken)


def test_a_free_port_is_fine():
    assert port.refuse_taken_port("127.0.0.1", free_port()) is None


def test_a_port_that_is_let_go_meanwhile_is_fine(monkeypatch):
    monkeypatch.setattr(port, "SECONDS_TO_LET_GO", 60)
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        number = holder.getsockname()[1]
        threading.Timer(0.2, holder.close).start()

        assert port.refuse_taken_port("127.0.0.1", number) is None


@pytest.mark.parametrize("told", ["", "eighty", "0", "65536", "-1", "80.5"])
def test_a_port_that_is_none_is_refused(told, monkeypatch):
    monkeypatch.setenv("TENURE_PORT", told)

    with pytest.raises(Unavailable, match="a port is a number from 1 to 65535"):
        port.wanted_port()


def test_the_port_is_8000_unless_told(monkeypatch):
    monkeypatch.delenv("TENURE_PORT", raising=False)

    assert port.wanted_port() == 8000


@pytest.mark.slow
def test_serving_on_a_taken_port_fails_and_makes_no_database(taken):
    with installation(has_tables=False) as house:
        said = house.run("serve", "--port", str(taken))

        assert said.returncode == 1
        assert f"Port {taken} is taken" in said.stderr
        assert "Traceback" not in said.stderr
        assert not house.folder.cluster.exists()
