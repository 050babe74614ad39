"""The data folder: the one place on disk that an installation owns."""

import hashlib
import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tenure.foundation.database import problems
from tenure.foundation.database.account import Account, unprivileged_account
from tenure.foundation.refusals import Unavailable

LONGEST_SOCKET_FOLDER = 80  # a socket's whole path may have 103 characters (macOS)
SHORT_PLACE = Path("/tmp")  # and not TMPDIR, which need not be the same in every process
CHECKOUT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class DataFolder:
    """Where the database, the secrets, uploads and logs of one installation live."""

    path: Path

    @property
    def cluster(self) -> Path:
        return self.path / "database"

    @property
    def uploads(self) -> Path:
        return self.path / "uploads"

    @property
    def static(self) -> Path:
        return self.path / "static"

    @property
    def outbox(self) -> Path:
        return self.path / "outbox"

    @property
    def log(self) -> Path:
        return self.path / "log" / "database.log"

    @property
    def sockets(self) -> Path:
        """The folder of the database's socket: inside, unless a socket cannot be reached there.

        Paths of sockets are short, and a comma in them would part two hosts.
        """
        inside = self.path / "run"
        if len(str(inside)) <= LONGEST_SOCKET_FOLDER and "," not in str(inside):
            return inside
        name = hashlib.sha256(str(self.path).encode()).hexdigest()[:12]
        return SHORT_PLACE / f"tenure-{name}"

    def lock(self, name: str) -> Path:
        return self.path / "locks" / name

    def prepare(self) -> None:
        """Make the folder and its parts, closed to everybody else.

        Root's folder lets others pass through, because the database runs as somebody else.
        """
        mode = 0o711 if unprivileged_account(self.cluster) else 0o700
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=mode)
            if (now := stat.S_IMODE(self.path.stat().st_mode)) & mode != mode:
                self.path.chmod(now | mode)
            for part in (self.uploads, self.outbox, self.lock("x").parent, self.path / "secrets"):
                part.mkdir(exist_ok=True, mode=0o700)
        except OSError as error:
            raise Unavailable(
                f"The data folder {self.path} cannot be made: {error.strerror}. "
                "Name another one in TENURE_DATA."
            ) from error

    def secret(self, name: str) -> str:
        """A random secret, made once; two processes that ask at the same time get the same one."""
        file = self.path / "secrets" / name
        if not file.exists():
            try:
                self._make_secret(file)
            except OSError as error:
                raise problems.explain(str(error), self.path, self.log) from error
        return file.read_text()

    def _make_secret(self, file: Path) -> None:
        draft = file.with_name(f".{file.name}.{os.getpid()}.{secrets.token_hex(4)}")
        draft.touch(mode=0o600)
        try:
            with draft.open("w") as written:
                written.write(secrets.token_urlsafe(48))
                written.flush()
                os.fsync(written.fileno())
            os.link(draft, file)  # fails when somebody else was first, and theirs counts
        except FileExistsError:
            pass
        finally:
            draft.unlink()


def data_folder(environ: Mapping[str, str] = os.environ) -> DataFolder:
    """The folder named in TENURE_DATA, or the place that suits how Tenure was installed."""
    if named := environ.get("TENURE_DATA"):
        return DataFolder(Path(named).expanduser().resolve())
    account = unprivileged_account()
    if (CHECKOUT / "pyproject.toml").exists():
        return DataFolder(_in_checkout(account))
    if account:
        return DataFolder(Path("/var/lib/tenure"))
    home = environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return DataFolder(Path(home) / "tenure")


def _in_checkout(account: Account | None) -> Path:
    """`.tenure` in the checkout, unless root works in a folder that the database could not enter."""
    if account and not account.can_enter(CHECKOUT):
        name = hashlib.sha256(str(CHECKOUT).encode()).hexdigest()[:8]
        return Path("/var/lib") / f"tenure-{name}"
    return CHECKOUT / ".tenure"
