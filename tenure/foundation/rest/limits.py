"""Allowances: how many requests a token may make in an hour.

A process takes a block of the hour's allowance from the database and serves it from memory, so
counting costs a write for each block and not for each request. All processes together never serve
more than the allowance; what a process took and did not use is lost with the hour.
"""

import math
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import HttpResponse

from tenure.foundation.refusals import Refusal

BLOCKS = 100  # an allowance is taken in about as many blocks
OPEN_HOUR = """
insert into rest_allowance (token_id, hour, taken) values (%(token)s, %(hour)s, 0) on conflict do nothing
"""
TAKE = """
with before as (
    select id, taken from rest_allowance where token_id = %(token)s and hour = %(hour)s for update
)
update rest_allowance a set taken = least(before.taken + %(block)s, %(most)s)
from before where a.id = before.id
returning a.taken, a.taken - before.taken
"""


class TooMany(Refusal):
    """The hour's allowance is used up."""

    status = 429

    def __init__(self, message: str, seconds: int) -> None:
        super().__init__(message)
        self.seconds = seconds


@dataclass
class Block:
    """What this process holds of a token's allowance."""

    hour: datetime
    left: int = 0
    elsewhere: int = 0  # what nobody has taken yet


@dataclass(frozen=True)
class Standing:
    """Where a token stands in its hour."""

    allowance: int
    left: int
    seconds: int

    def tell(self, response: HttpResponse) -> None:
        response["RateLimit-Policy"] = f'"hour";q={self.allowance};w=3600'
        response["RateLimit"] = f'"hour";r={self.left};t={self.seconds}'


_blocks: dict[UUID, Block] = {}
_turn = threading.Lock()


def take_one(token: UUID, allowance: int, at: datetime) -> Standing:
    """Count a request, or refuse it: TooMany."""
    hour = at.replace(minute=0, second=0, microsecond=0)
    seconds = math.ceil((hour + timedelta(hours=1) - at).total_seconds())
    with _turn:
        block = _blocks.get(token)
        if block is None or block.hour != hour:
            block = _blocks[token] = Block(hour)
        if block.left <= 0:
            _take_block(block, token, allowance)
        if block.left <= 0:
            raise TooMany(
                f"The allowance of {allowance:,} requests an hour is used up; "
                f"it starts anew in {seconds} seconds.",
                seconds,
            )
        block.left -= 1
        return Standing(allowance, block.left + block.elsewhere, seconds)


def _take_block(block: Block, token: UUID, allowance: int) -> None:
    wanted: dict[str, Any] = {
        "token": token, "hour": block.hour, "most": allowance,
        "block": math.ceil(allowance / BLOCKS),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(OPEN_HOUR, wanted)
        cursor.execute(TAKE, wanted)
        taken, block.left = cursor.fetchone()
    block.elsewhere = allowance - taken


def forget() -> None:
    """Give up what this process holds: tests do, between them."""
    _blocks.clear()
