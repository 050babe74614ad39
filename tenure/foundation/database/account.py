"""Who the database runs as. PostgreSQL refuses to run as root, so root lends it another account."""

import contextlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tenure.foundation.refusals import Unavailable

LENT_ACCOUNTS = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    name: str
    uid: int
    gid: int

    def can_enter(self, folder: Path) -> bool:
        """Whether this account may walk down to the folder (each part on the way lets it pass)."""
        return all(self._may(part, stat.S_IXUSR) for part in (folder, *folder.parents))

    def can_run(self, program: Path) -> bool:
        return self.can_enter(program.parent) and self._may(program, stat.S_IRUSR | stat.S_IXUSR)

    def _may(self, path: Path, owner_bits: int) -> bool:
        if not path.exists():
            return True  # it will be made, and then belongs to whom we say
        facts = path.stat()
        if facts.st_uid == self.uid:
            wanted = owner_bits
        elif facts.st_gid == self.gid:
            wanted = owner_bits >> 3
        else:
            wanted = owner_bits >> 6
        return facts.st_mode & wanted == wanted

    def as_subprocess(self) -> dict[str, Any]:
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def make_private(folder: Path, account: Account | None) -> None:
    """Make a folder for nobody but the database's account.

    Where everybody may write (the system's temporary folder), one that somebody else laid there
    before us is not taken.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    ours = {os.geteuid(), account.uid if account else os.geteuid()}
    if folder.lstat().st_uid not in ours and folder.parent.stat().st_mode & stat.S_IWOTH:
        raise Unavailable(
            f"{folder}, where the database's socket would be, belongs to somebody else."
        )
    if account:
        os.chown(folder, account.uid, account.gid)
    folder.chmod(0o700)


def unprivileged_account(cluster: Path | None = None) -> Account | None:
    """The account that root lends to the database; None when we are not root.

    A cluster that exists stays with its owner.
    """
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    import pwd

    if cluster and cluster.exists() and (owner := cluster.stat().st_uid) != 0:
        with contextlib.suppress(KeyError):
            return Account(pwd.getpwuid(owner).pw_name, owner, cluster.stat().st_gid)
        return Account(str(owner), owner, cluster.stat().st_gid)
    for name in LENT_ACCOUNTS:
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return Account(name, entry.pw_uid, entry.pw_gid)
    raise Unavailable(
        "PostgreSQL refuses to run as root, and this machine has neither an account “postgres” "
        "nor “nobody” to lend it. Start Tenure as another user."
    )
