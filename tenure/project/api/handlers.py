"""Two chains of middleware: the portal's for pages, a short one for the API."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

API = "/api/"


class ApiHandler(WSGIHandler):
    """Answers by way of API_MIDDLEWARE."""

    def load_middleware(self, is_async: bool = False) -> None:
        portal = settings.MIDDLEWARE
        settings.MIDDLEWARE = settings.API_MIDDLEWARE
        try:
            super().load_middleware(is_async)
        finally:
            settings.MIDDLEWARE = portal


class Switch:
    """One WSGI application: the API below /api/, the portal everywhere else."""

    def __init__(self) -> None:
        self.api, self.portal = ApiHandler(), WSGIHandler()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        handler = self.api if environ.get("PATH_INFO", "").startswith(API) else self.portal
        return handler(environ, start_response)
