"""Pages of a list: by number, as older clients ask, or by a cursor, which costs the same anywhere."""

import math
from typing import Any
from uuid import UUID

from django.core.signing import BadSignature, Signer

from tenure.foundation.refusals import Invalid

MOST_ROWS = 100
_signer = Signer(salt="cursor")


def numbered(page: int, limit: int, total: int) -> dict[str, Any]:
    return {
        "page": page,
        "limit": limit,
        "total": total,
        "totalPages": math.ceil(total / limit),
    }


def cursor_after(order: str, key: str, row_id: UUID) -> str:
    """Where the next page begins: the last row of this one, by what it is ordered by. Signed, so
    that nothing else than what we gave out comes back."""
    return _signer.sign_object([order, key, str(row_id)])


def read_cursor(cursor: str, order: str) -> tuple[str, str]:
    """The key and the id of the last row, of a list in this order."""
    try:
        told, key, row_id = _signer.unsign_object(cursor)
    except (BadSignature, ValueError):
        told = None
    if told != order:
        raise Invalid(
            "This cursor was not given out for this list.",
            {"cursor": "was not given out for this list in this order"},
        )
    return key, row_id
