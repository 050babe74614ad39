"""A database with all tables in it, made once by `tenure migrate` and lent to tests as a copy: what a first
start takes is tried by tests of its own, and would take most of the time of the others."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tenure.foundation.database.folder import DataFolder

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / ".cache" / "lent"
MARK = "made-of"
NOT_INHERITED = ("TENURE_", "DATABASE_URL", "DJANGO_", "COVERAGE_", "PYTEST_")


def lend(to: DataFolder) -> None:
    """Give a data folder that is empty a copy of the kept database and its passwords."""
    to.path.mkdir(parents=True, exist_ok=True, mode=0o711)
    _copy(KEPT / "database", to.cluster)
    _copy(KEPT / "secrets", to.path / "secrets")


def renew(own: DataFolder) -> None:
    """Keep a database of this version, and put the tests' own data folder on it, unless a server runs
    there. Whose settings were read already, its passwords stay."""
    own.prepare()
    for name in ("database-password", "database-owner-password"):
        own.secret(name)
    wanted = _made_of(own)
    KEPT.parent.mkdir(exist_ok=True)
    with (KEPT.parent / "turn-of-lent").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not _is(KEPT, wanted):
            _make(own)
            (KEPT / MARK).write_text(wanted)
        if not _is(own.path, wanted) and not (own.cluster / "postmaster.pid").exists():
            shutil.rmtree(own.cluster, ignore_errors=True)
            _copy(KEPT / "database", own.cluster)
            (own.path / MARK).write_text(wanted)


def _made_of(own: DataFolder) -> str:
    """A mark of all that the tables are made of, and of the passwords: it changes when one of them does."""
    files = [*ROOT.glob("tenure/*/migrations/*.py"), *ROOT.glob("tenure/foundation/database/*.py"),
             ROOT / "requirements.lock", *(own.path / "secrets").glob("database-*")]  # fmt: skip
    told = hashlib.sha256()
    for file in sorted(files):
        told.update(file.name.encode() + file.read_bytes())
    return told.hexdigest()


def _is(folder: Path, wanted: str) -> bool:
    return (folder / MARK).exists() and (folder / MARK).read_text() == wanted


def _make(own: DataFolder) -> None:
    """Outside the checkout: the account that root lends to the database could not enter that of root."""
    place = Path(tempfile.mkdtemp(prefix="tenure-lent-"))
    told = {key: value for key, value in os.environ.items() if not key.startswith(NOT_INHERITED)}
    try:
        place.chmod(0o711)
        _copy(own.path / "secrets", place / "secrets")
        subprocess.run(
            [sys.executable, "-m", "tenure", "migrate"], env=told | {"TENURE_DATA": str(place)},
            check=True, capture_output=True,
        )  # fmt: skip
        shutil.rmtree(KEPT, ignore_errors=True)
        _copy(place, KEPT)
    finally:
        shutil.rmtree(place)


def _copy(folder: Path, to: Path) -> None:
    """Each file belongs to whom it belonged to, as the database asks for."""
    subprocess.run(["cp", "-a", str(folder), str(to)], check=True)
