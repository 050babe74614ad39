"""Many customers at once, on the wire."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from tenure.foundation.rest.kinds import Facts
from tenure.foundation.rest.wire import Wire


class Batch(Wire):
    """Up to 1,000 customers to add, or to change where their externalId is known."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "customers": [{
                    "externalId": "crm-4711", "name": "Globex", "email": "hank@globex.example",
                    "contractStartDate": "2026-11-23",
                }]
            }
        }
    )  # fmt: skip

    customers: Annotated[list[Facts], Field(min_length=1, max_length=1000)]


class BatchTrouble(Wire):
    field: str
    message: str


class BatchAnswer(Wire):
    """What became of one item."""

    index: int
    external_id: str | None
    outcome: Literal["created", "changed", "unchanged", "refused"]
    id: UUID | None
    status: int
    error: str | None = None
    errors: list[BatchTrouble]
