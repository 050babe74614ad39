from datetime import timedelta

import click

from tenure.project.command_line.application import (
    answer,
    application,
    as_json,
    refusing,
    whoever_types,
)

AREAS = ("customers", "health", "plans", "reviews", "advocacy", "analytics", "work")


@click.group("token")
def command() -> None:
    """Make and revoke API tokens.

    \b
    tenure token create ines@example.com --name "nightly export"
    tenure token list
    tenure token revoke tnr_Ab3d
    """


@command.command("create")
@click.argument("email")
@click.option("--name", default="command line", help="What it is for, to tell it by later.")
@click.option(
    "--days", type=click.IntRange(1, 3650), help="How long it works; for ever unless told."
)
@click.option("--read-only", is_flag=True, help="It may read, and change nothing.")
@click.option(
    "--area",
    "areas",
    multiple=True,
    type=click.Choice(AREAS),
    help="A part of the API it covers; all of it unless told. May be repeated.",
)
@click.option(
    "--hourly", type=click.IntRange(1), help="Requests an hour, in place of the usual allowance."
)
@as_json
@refusing
def create(
    email: str, name: str, days: int | None, read_only: bool, areas: tuple[str, ...],
    hourly: int | None, is_json: bool,
) -> None:  # fmt: skip
    """Make a token for a person. It stands alone on the last line, and is never shown again."""
    with application():
        from django.utils import timezone

        from tenure.people import actions

        at = timezone.now()
        person = actions.person_with(email)
        token = actions.create_token(
            person=person, name=name, by=whoever_types(), at=at,
            expires_at=at + timedelta(days=days) if days else None,
            may_write=not read_only, areas=areas, hourly_requests=hourly,
        )  # fmt: skip
    if is_json:
        answer({"token": token, "email": person.email, "name": name})
        return
    click.echo(f"A token for {person.name}. Keep it: it is shown only now, and stored as a hash.")
    click.echo(token)


@command.command("list")
@as_json
@refusing
def list_tokens(is_json: bool) -> None:
    """Show the tokens there are, by their first characters."""
    with application():
        from tenure.people.models import ApiToken

        columns = ("hint", "name", "person__email", "created_at", "expires_at", "last_used_at",
                   "revoked_at")  # fmt: skip
        tokens = list(ApiToken.objects.order_by("-created_at").values(*columns))
    if is_json:
        answer(tokens)
        return
    for token in tokens:
        state = (
            "revoked" if token["revoked_at"] else "in use" if token["last_used_at"] else "unused"
        )
        click.echo(f"{token['hint']}…  {token['person__email']:40} {token['name']:30} {state}")


@command.command("revoke")
@click.argument("hint")
@refusing
def revoke(hint: str) -> None:
    """Revoke the token that begins with HINT."""
    with application():
        from django.utils import timezone

        from tenure.foundation.refusals import Invalid
        from tenure.people import actions
        from tenure.people.models import ApiToken

        found = list(
            ApiToken.objects.filter(hint=hint[:8], revoked_at=None).select_related("person")
        )
        if len(found) != 1:
            raise Invalid(f"{len(found)} tokens begin with {hint}; `tenure token list` shows them.")
        actions.revoke_token(token=found[0], by=whoever_types(), at=timezone.now())
    click.echo(f"The token {found[0].hint}… is revoked.")
