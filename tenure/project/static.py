"""Collecting stylesheets, scripts and the typeface, once for each state of their sources."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect() -> None:
    """Fill the folder of static files, unless it was filled from the same sources before."""
    if not _is_collected():
        ignored = ["redoc*"]  # the other page of documentation, which nobody is shown
        call_command(
            "collectstatic", interactive=False, verbosity=0, clear=True, ignore_patterns=ignored
        )
        _mark().write_text(_fingerprint())


def _is_collected() -> bool:
    mark = _mark()
    return mark.exists() and mark.read_text() == _fingerprint()


def _mark() -> Path:
    return Path(settings.STATIC_ROOT) / ".collected-from"


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            file = Path(storage.path(path))
            facts = file.stat()
            is_made = file.is_relative_to(settings.DATA.path / "made")
            changed = "" if is_made else facts.st_mtime_ns
            digest.update(f"{path}{facts.st_size}{changed}".encode())
            if path.endswith("tenure.css"):
                digest.update(file.read_bytes())
    return digest.hexdigest()
