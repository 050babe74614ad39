"""The demo's story, told once a run: whoever asks first has it filled, the others get a copy."""

import fcntl
import os
import shutil
import subprocess
from pathlib import Path

from tenure.foundation.database.folder import data_folder
from tests.processes import Installation

SECONDS_TO_FILL = 900
RUN = "TENURE_TESTS_RUN"
PARTS = ("database", "secrets", "static", "made")


def tell(to: Installation) -> None:
    """Put the story into an installation that nobody has used yet."""
    kept = _place()
    kept.parent.mkdir(parents=True, exist_ok=True)
    with kept.with_suffix(".turn").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not kept.exists():
            process = to.start("demo", "--fill-only")
            process.wait(timeout=SECONDS_TO_FILL)
            assert process.returncode == 0, to.words
            kept.mkdir()
            _copy(to.folder.path, kept)
            return
    _copy(kept, to.folder.path)


def forget() -> None:
    for left in (_place(), _place().with_suffix(".turn")):
        shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)


def _place() -> Path:
    return data_folder().path / "stories" / f"of-{os.environ[RUN]}"


def _copy(source: Path, to: Path) -> None:
    for part in PARTS:
        shutil.rmtree(to / part, ignore_errors=True)
        subprocess.run(["cp", "-a", str(source / part), str(to / part)], check=True)
