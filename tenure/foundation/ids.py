"""Ids that sort by the time they were made, so that indexes grow at one end only."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    return uuid7()
