"""The envelope of every answer."""

from datetime import UTC, date, datetime
from typing import Any

import msgspec
from django.http import Http404, HttpResponse
from pydantic import BaseModel, create_model

from tenure.foundation.database.prepared import Parameters, first_row, first_value
from tenure.foundation.rest.versions import version_of
from tenure.foundation.rest.wire import Resource, Wire, in_bytes

JSON = "application/json"


class Pagination(Wire):
    """Where a page stands. By cursor there is no number of the page and no total."""

    page: int | None = None
    limit: int
    total: int | None = None
    total_pages: int | None = None
    next_cursor: str | None = None


def data(found: bytes, status: int = 200, version: str = "") -> HttpResponse:
    """Data that is JSON already."""
    response = HttpResponse(b'{"success":true,"data":%b}' % found, JSON, status)
    if version:
        response["ETag"] = version
    return response


def computed(found: Any, status: int = 200) -> HttpResponse:
    return data(msgspec.json.encode(found), status)


def day(told: date | None) -> str | None:
    """A day as the API writes it: its midnight."""
    return f"{told.isoformat()}T00:00:00.000Z" if told else None


def instant(told: datetime | None) -> str | None:
    if told is None:
        return None
    at = told.astimezone(UTC)
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03}Z"


def listed(found: bytes, pagination: dict[str, Any]) -> HttpResponse:
    told = msgspec.json.encode(pagination)
    return HttpResponse(b'{"success":true,"data":%b,"pagination":%b}' % (found, told), JSON)


def empty_page(page: int, limit: int) -> dict[str, Any]:
    return {"page": page, "limit": limit, "total": 0, "totalPages": 0, "nextCursor": None}


def row(resource: Resource, where: str, parameters: Parameters, status: int = 200) -> HttpResponse:
    """One row as JSON with its version, or 404."""
    found = first_row(resource.one(where), parameters)
    if found is None:
        raise Http404("There is no such thing here.")
    json, changed_at = found
    return data(json, status, version_of(changed_at))


def object_of(resource: Resource, where: str, parameters: Parameters) -> bytes:
    """One row as JSON, of a resource that never changes and so has no versions."""
    found: bytes = first_value(in_bytes(f"{resource.object(where)}::text"), parameters)
    return found


def rows(resource: Resource, rest: str, parameters: Parameters) -> HttpResponse:
    """All rows as a JSON array."""
    return data(first_value(resource.objects(rest), parameters))


class Done(Wire):
    success: bool = True
    message: str


def done(message: str) -> HttpResponse:
    return HttpResponse(msgspec.json.encode({"success": True, "message": message}), JSON)


def page_schema(schema: Any, name: str) -> dict[int, type[BaseModel]]:
    answer = create_model(
        f"{name}Page",
        success=(bool, True),
        data=(list[schema], ...),
        pagination=(Pagination, ...),
    )
    return {200: answer}


def answer_of(schema: Any, name: str, **more: Any) -> type[BaseModel]:
    """The schema of an answer that carries this in its `data`."""
    return create_model(f"{name}Answer", success=(bool, True), data=(schema, ...), **more)
