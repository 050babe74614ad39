"""The command line. Each command is a module here, loaded when it is asked for."""

from importlib import import_module

import click

COMMANDS = {
    "demo": "Fill an empty database with a believable story, and serve it.",
    "serve": "Serve the portal, and work on background jobs.",
    "worker": "Work on background jobs only.",
    "migrate": "Bring the database up to this version of Tenure.",
    "import": "Bring in files of customers, contracts, usage, tickets, surveys, churn.",
    "score": "Compute health scores.",
    "metrics": "Reckon the metrics of past months, quarters and years.",
    "proof": "Hold past scores against who left afterwards.",
    "scorecard": "Look at scorecards, bring in and compare them, put one in force.",
    "programme": "Look at the programme, check files of your own, say what differs.",
    "user": "Give people access, and take it.",
    "token": "Make and revoke API tokens.",
}
MODULES = {"import": "bring_in"}


class Commands(click.Group):
    """Lists the commands without loading them: `tenure --help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"{__name__}.{MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tenure", message="Tenure %(version)s")
def tenure() -> None:
    """Tenure, the customer success platform that you host yourself.

    \b
    A first look:           tenure demo
    Your own installation:  tenure user create you@example.com --role administrator
                            tenure import customers.csv contracts.csv usage.csv
                            tenure score
                            tenure serve

    \b
    The environment decides the rest:
      TENURE_DATA      the data folder: database, secrets, uploads (default: .tenure in a checkout)
      TENURE_PROGRAMME the folder of a programme of yours (default: `programme` in the data folder)
      TENURE_PORT      the port of the portal (default: 8000)
      DATABASE_URL     a PostgreSQL server of yours instead of the embedded one
      TENURE_URL       the address that people type, when it is not http://localhost
      TENURE_MAIL_URL  how mail leaves: smtp://user:password@host:587

    Every command exits with 0 when it did what it was asked, 1 when it refused (the words say why),
    2 when it did not understand. With --json it answers in JSON on standard output.
    """
