"""Noting where a request comes from, so that the audit trail can say it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tenure.foundation.audit.trail import Origin, origin
from tenure.foundation.ids import new_id


def address_of(request: HttpRequest) -> str | None:
    """The caller's address. A proxy's word counts only where an https address says there is one."""
    if settings.SECURE_PROXY_SSL_HEADER and (told := request.headers.get("X-Forwarded-For")):
        return told.rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR") or None


class NoteOrigin:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request_id = str(new_id())
        via = "api" if request.path.startswith("/api/") else "page"
        noted = origin.set(Origin(via=via, address=address_of(request), request_id=request_id))
        try:
            response = self.get_response(request)
        finally:
            origin.reset(noted)
        response["X-Request-ID"] = request_id
        return response
