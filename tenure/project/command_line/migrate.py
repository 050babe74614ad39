import click

from tenure.project.command_line.application import answer, application, as_json, refusing


@click.command("migrate")
@as_json
@refusing
def command(is_json: bool) -> None:
    """Bring the database up to this version of Tenure.

    The embedded database is brought up to date by every command; a server of yours only by this
    one, so that you choose the moment. Running it again changes nothing.
    """
    with application(migrated=False):
        from tenure.project.migrating import migrate

        count = migrate()
    if is_json:
        answer({"applied": count})
    else:
        click.echo(f"Applied {count} migrations." if count else "The database is up to date.")
