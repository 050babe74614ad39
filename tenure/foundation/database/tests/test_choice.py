"""DATABASE_URL chooses a server of the user's; without it the embedded one is used."""

import pytest

from tenure.foundation.database import choice, embedded
from tenure.foundation.database.access import connection_parameters
from tenure.foundation.refusals import Unavailable
from tests.processes import installation

URL = "postgresql://tenure:s%40cret@db.example.com:6432/customers?sslmode=require"


@pytest.fixture
def theirs(folder):
    """A server of the user's, and its address."""
    with embedded.running(folder):
        told = connection_parameters(folder)
        yield f"postgresql://{told['user']}:{told['password']}@/tenure?host={told['host']}&port=5432"


@pytest.fixture
def house():
    with installation(has_tables=False) as made:
        yield made


def test_django_learns_every_part_of_the_address(folder):
    settings = choice.database_settings(folder, {"DATABASE_URL": URL})

    assert (settings["HOST"], settings["PORT"]) == ("db.example.com", "6432")
    assert (settings["USER"], settings["PASSWORD"]) == ("tenure", "s@cret")
    assert settings["NAME"] == "customers"
    assert settings["OPTIONS"]["sslmode"] == "require"


def test_without_an_address_the_embedded_server_is_meant(folder):
    settings = choice.database_settings(folder, {})

    assert settings["HOST"] == str(folder.path / "run")
    assert (settings["USER"], settings["NAME"]) == ("tenure", "tenure")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mysql://somewhere", "DATABASE_URL cannot be read"),
        ("postgresql://[db.example.com/x", "DATABASE_URL cannot be read"),
        ("postgresql://tenure@db.example.com", "DATABASE_URL names no database"),
    ],
)
def test_an_address_that_is_none_is_refused(url, words):
    with pytest.raises(Unavailable, match=words):
        choice.parameters_of_url(url)


def test_a_server_that_is_not_there_is_named_without_the_password(folder):
    url = "postgresql://tenure:s3cret@127.0.0.1:1/tenure"

    with (
        pytest.raises(Unavailable, match="The server in DATABASE_URL does not answer") as refusal,
        choice.database_running(folder, {"DATABASE_URL": url}),
    ):
        pass

    assert "s3cret" not in refusal.value.message
    assert not folder.cluster.exists()


@pytest.mark.slow
def test_a_wrong_password_is_told_without_the_password(theirs, house):
    before, _, behind = theirs.partition("@")
    wrong = before.rpartition(":")[0] + ":wr0ng@" + behind

    said = house.run("user", "list", DATABASE_URL=wrong)

    assert said.returncode == 1
    assert "The server in DATABASE_URL does not answer" in said.stderr
    assert "password authentication failed" in said.stderr
    assert "wr0ng" not in said.stderr


@pytest.mark.slow
def test_only_migrate_changes_the_tables_of_a_server_of_the_users(theirs, house):
    refused = house.run("user", "list", DATABASE_URL=theirs)
    assert refused.returncode == 1
    assert "The database is older than this Tenure. Run: tenure migrate" in refused.stderr

    assert house.run("migrate", DATABASE_URL=theirs).returncode == 0
    told = ("user", "create", "ada@tenure.example", "--role", "csm")
    assert house.run(*told, DATABASE_URL=theirs).returncode == 0
    assert not house.folder.cluster.exists()
    with installation(has_tables=False) as another:  # two houses share a server
        assert "ada@tenure.example" in another.run("user", "list", DATABASE_URL=theirs).stdout
