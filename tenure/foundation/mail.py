"""How mail leaves: over the SMTP server in TENURE_MAIL_URL, or, without one, into a folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from tenure.foundation.refusals import Unavailable


def mailers(environ: Mapping[str, str], outbox: Path) -> dict[str, Any]:
    """Django's MAILERS for `smtp://user:password@host:port` (smtps:// for TLS from the start)."""
    url = environ.get("TENURE_MAIL_URL")
    if not url:
        backend = "django.core.mail.backends.filebased.EmailBackend"
        return {"default": {"BACKEND": backend, "OPTIONS": {"file_path": str(outbox)}}}
    parts, port = _parts(url)
    options: dict[str, Any] = {
        "host": parts.hostname,
        "port": port or (465 if parts.scheme == "smtps" else 587),
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_ssl": parts.scheme == "smtps",
        "use_tls": parts.scheme == "smtp" and parts.username is not None,
        "timeout": 20,
    }
    return {
        "default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}
    }


def _parts(url: str) -> tuple[SplitResult, int | None]:
    """The parts of the address, and its port if it has one."""
    try:
        parts = urlsplit(url)
        if parts.scheme in ("smtp", "smtps") and parts.hostname:
            return parts, parts.port
    except ValueError:  # a port that is none, half an address in brackets
        pass
    raise Unavailable(
        "TENURE_MAIL_URL cannot be read. It looks like smtp://user:password@host:587."
    ) from None
