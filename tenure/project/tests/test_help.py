"""The command line teaches itself: what there is, how it is used, what its answers mean."""

import click
import pytest

from tenure.project.command_line import COMMANDS, tenure
from tests.processes import installation


def test_help_lists_every_command_with_what_it_does(tell):
    said = tell("--help")

    assert said.code == 0
    for name, does in COMMANDS.items():
        assert f"  {name} " in said.words
        assert does in " ".join(said.words.split())


@pytest.mark.parametrize(
    "taught",
    ["tenure demo", "tenure user create you@example.com --role administrator", "tenure serve",
     "TENURE_DATA", "TENURE_PORT", "DATABASE_URL", "TENURE_URL", "TENURE_MAIL_URL",
     "exits with 0", "1 when it refused", "--json"],
)  # fmt: skip
def test_help_shows_the_first_steps_and_what_the_environment_decides(tell, taught):
    assert taught in tell("--help").words


def test_no_command_at_all_is_answered_with_the_help(tell):
    said = tell()

    assert "A first look" in said.words + said.complaint


def every_command():
    for name in COMMANDS:
        command = tenure.get_command(click.Context(tenure), name)
        yield (name,), command
        for part, below in getattr(command, "commands", {}).items():
            yield (name, part), below


@pytest.mark.parametrize(("words", "command"), list(every_command()), ids=str)
def test_every_command_says_what_it_does_and_what_each_option_means(tell, words, command):
    said = tell(*words, "-h")

    usage, _, rest = said.words.partition("\n\n")
    assert said.code == 0
    assert usage.startswith(f"Usage: tenure {' '.join(words)}")
    assert rest.strip()[0].isupper()
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("command", ["import", "score", "scorecard", "proof", "user", "token"])
def test_commands_with_many_uses_show_examples(tell, command):
    assert f"  tenure {command} " in tell(command, "--help").words


def test_a_command_that_is_none_is_not_understood(tell):
    said = tell("serv")

    assert said.code == 2
    assert "No such command 'serv'" in said.complaint


def test_the_version_is_told(tell):
    assert tell("--version").words == "Tenure 0.1.0\n"


def test_asking_for_help_makes_no_database():
    with installation("data", has_tables=False) as house:
        said = house.run("import", "--help")

        assert (said.returncode, said.stderr) == (0, "")
        assert "tenure import customers.csv contracts.csv usage.csv" in said.stdout
        assert not house.folder.path.exists()
