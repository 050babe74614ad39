"""Refusals: the ways the domain says no. Each one knows its HTTP status and its words for people."""

from collections.abc import Mapping


class Refusal(Exception):
    """A request that was understood and turned down."""

    status = 400

    def __init__(self, message: str, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.fields = dict(fields or {})


class Invalid(Refusal):
    """What was sent cannot be taken as it is; `fields` says what is the matter with which field."""

    status = 422


class NotAllowed(Refusal):
    status = 403


class Conflict(Refusal):
    status = 409


class Unavailable(Refusal):
    """Something this machine lacks right now: the database, the disk, a port."""

    status = 503
