"""The programme in force: the company's own files over those that come with Tenure.

Whoever asks gets the newest good one. Files are looked at again once a second, so a change is in
force at once and everywhere. A wrong file is refused, said in the log and on the programme's page,
and the last good programme stays in force: a copy of its files is kept in the data folder, so that
it also outlives a restart."""

import logging
import os
import shutil
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from tenure.foundation.database.folder import data_folder
from tenure.programme.loading import WrongProgramme, read_programme
from tenure.programme.scorecard import Scorecard
from tenure.programme.tiers import Tiers
from tenure.programme.whole import FORMS, Programme

LOOKED_AT_EVERY = 1.0
log = logging.getLogger(__name__)

type Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Standing:
    """What is in force, and what is the matter with the files when they are not it."""

    programme: Programme
    folder: Path
    own: tuple[str, ...]
    """Names of the files that the company has replaced."""
    faults: tuple[str, ...] = ()
    """Each with its file, its line and the reason."""

    @property
    def fault(self) -> str:
        return " ".join(self.faults)


class Keeper:
    """Keeps the programme of one folder; `kept` is where the last good files are copied to."""

    def __init__(self, folder: Path, kept: Path) -> None:
        self.folder, self.kept = folder, kept
        self._lock = threading.Lock()
        self._looked_at = -LOOKED_AT_EVERY
        self._stamp: Stamp | None = None
        self._standing: Standing | None = None

    def standing(self) -> Standing:
        now = time.monotonic()
        standing = self._standing
        if standing is not None and now - self._looked_at < LOOKED_AT_EVERY:
            return standing
        with self._lock:
            stamp = self._stamp_now()
            if self._standing is None or stamp != self._stamp:
                self._standing, self._stamp = self._read(), stamp
            self._looked_at = now
            return self._standing

    def _stamp_now(self) -> Stamp:
        paths = (self.folder / f"{name}.toml" for name in FORMS)
        return tuple(
            (path.name, path.stat().st_mtime_ns, path.stat().st_size)
            for path in paths
            if path.exists()
        )

    def _read(self) -> Standing:
        try:
            programme = read_programme(self.folder)
        except WrongProgramme as wrong:
            log.error(
                "The programme is refused, the last good one stays in force. %s",
                " ".join(wrong.faults),
            )
            return Standing(self._last_good(), self.folder, self._own(), wrong.faults)
        self._keep()
        return Standing(programme, self.folder, self._own())

    def _own(self) -> tuple[str, ...]:
        return tuple(name for name in FORMS if (self.folder / f"{name}.toml").exists())

    def _last_good(self) -> Programme:
        if self._standing is not None:
            return self._standing.programme
        try:
            return read_programme(self.kept)
        except WrongProgramme:
            return read_programme()

    def _keep(self) -> None:
        """Copy the good files, whole or not at all; somebody else doing the same is as good."""
        if not self._own() and not self.kept.exists():
            return
        draft = self.kept.with_name(f".{self.kept.name}.{os.getpid()}")
        try:
            draft.mkdir(parents=True, exist_ok=True)
            for name in self._own():
                shutil.copyfile(self.folder / f"{name}.toml", draft / f"{name}.toml")
            shutil.rmtree(self.kept, ignore_errors=True)
            draft.rename(self.kept)
        except OSError as error:
            log.warning("The programme's files could not be kept for a restart: %s", error)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


def keeper() -> Keeper:
    global _keeper
    if _keeper is None:
        data = data_folder().path
        named = os.environ.get("TENURE_PROGRAMME")
        folder = Path(named).expanduser() if named else data / "programme"
        _keeper = Keeper(folder, data / "programme-last-good")
    return _keeper


_keeper: Keeper | None = None


def standing() -> Standing:
    return keeper().standing()


def programme() -> Programme:
    return standing().programme


def tiers() -> Tiers:
    return programme().tiers


def scorecard() -> Scorecard:
    """The programme's scorecard: in force until somebody puts another one in force."""
    return programme().scorecard
