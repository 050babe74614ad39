import sys

import click

from tenure.project.command_line.application import (
    answer,
    application,
    as_json,
    refusing,
    whoever_types,
)

ROLES = ("administrator", "manager", "csm", "executive")


@click.group("user")
def command() -> None:
    """Give people access, and take it.

    \b
    tenure user create ines@example.com --role csm --name "Ines Moreau"
    tenure user list
    tenure user password ines@example.com
    tenure user deactivate ines@example.com
    """


@command.command("create")
@click.argument("email")
@click.option("--role", type=click.Choice(ROLES), required=True, help="What they may do.")
@click.option("--name", default="", help="Their name; made from the address unless given.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@as_json
@refusing
def create(email: str, role: str, name: str, password_stdin: bool, is_json: bool) -> None:
    """Give somebody access.

    Asks for a password on a terminal. Without one (and without --password-stdin) a random password
    is made and printed once.
    """
    password = _password(password_stdin)
    with application():
        import secrets

        from django.utils import timezone

        from tenure.people import actions

        made = password or secrets.token_urlsafe(12)
        person = actions.add_person(
            email=email, name=name, role=actions.role_named(role), password=made,
            by=whoever_types(), at=timezone.now(),
        )  # fmt: skip
    if is_json:
        shown = {"id": person.id, "email": person.email, "name": person.name, "role": role}
        answer(shown | ({} if password else {"password": made}))
    else:
        click.echo(f"{person.name} <{person.email}> now has access as {role}.")
        if not password:
            click.echo(f"Password: {made}")


@command.command("list")
@as_json
@refusing
def list_people(is_json: bool) -> None:
    """Show who has access."""
    with application():
        from tenure.people.models import Person

        people = list(Person.objects.values("id", "email", "name", "role", "is_active"))
    if is_json:
        answer(people)
        return
    for person in people:
        gone = "" if person["is_active"] else "  (no access any more)"
        click.echo(f"{person['email']:40} {person['role']:16} {person['name']}{gone}")


@command.command("password")
@click.argument("email")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@refusing
def change_password(email: str, password_stdin: bool) -> None:
    """Set somebody's password."""
    password = _password(password_stdin) or click.prompt("New password", hide_input=True)
    with application():
        from django.utils import timezone

        from tenure.people import actions

        person = actions.person_with(email)
        actions.change_password(
            person=person, password=password, by=whoever_types(), at=timezone.now()
        )
    click.echo(f"{person.name} has a new password.")


@command.command("deactivate")
@click.argument("email")
@refusing
def deactivate(email: str) -> None:
    """Take somebody's access, sessions and tokens; what they did stays signed with their name."""
    with application():
        from django.utils import timezone

        from tenure.people import actions

        person = actions.person_with(email)
        actions.deactivate_person(person=person, by=whoever_types(), at=timezone.now())
    click.echo(f"{person.name} has no access any more.")


def _password(from_stdin: bool) -> str | None:
    from tenure.foundation.refusals import Invalid

    if from_stdin:
        if not (told := sys.stdin.readline().rstrip("\r\n")):
            raise Invalid("No password came in on standard input.", {"password": "is missing"})
        return told
    if sys.stdin.isatty():
        return (
            click.prompt(
                "Password (empty: make one)", hide_input=True, default="", show_default=False
            )
            or None
        )
    return None
