"""Saying what went wrong: refusals with their words, a missing database as such, the rest honestly."""

import logging
import sys
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from psycopg import errors
from psycopg_pool import PoolTimeout

from tenure.foundation.refusals import Refusal

log = logging.getLogger(__name__)
NO_DATABASE = (OperationalError, InterfaceError, PoolTimeout)


class ShowTrouble:
    """Turns a Refusal that a page did not handle into a readable page with its status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Refusal):
            return None
        response = render(request, "web/refusal.html", {"refusal": error}, status=error.status)
        if request.headers.get("HX-Request"):
            response["HX-Retarget"] = "#main"
            response["HX-Reswap"] = "innerHTML"
        return response


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "web/not_found.html", status=404)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "web/denied.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "web/stale_form.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """The last page. It touches neither the session nor the database, which may be the trouble."""
    error = sys.exception()
    if isinstance(error, NO_DATABASE):
        words = "no_room" if isinstance(error.__cause__, errors.DiskFull) else "no_database"
        response = HttpResponse(loader.render_to_string(f"web/{words}.html"), status=503)
        response["Retry-After"] = "5"
        return response
    return HttpResponse(loader.render_to_string("web/error.html"), status=500)
