"""Stylesheets and scripts that one installation of the tests compressed, lent to the next: compressing takes
longer than most tests. What they were made of is asked again by each installation, so old ones do no harm."""

import contextlib
import shutil
import tempfile
from pathlib import Path

KEPT = Path(__file__).resolve().parents[1] / ".cache" / "static"
MARK = ".collected-from"


def lend(to: Path) -> None:
    if (KEPT / MARK).exists() and not to.exists():
        try:
            shutil.copytree(KEPT, to)
        except OSError:  # another one just took its place
            shutil.rmtree(to, ignore_errors=True)


def keep(of: Path) -> None:
    """Take over what was collected, unless the same is kept; of several at once the first one wins."""
    if _mark(of) in ("", _mark(KEPT)):
        return
    KEPT.parent.mkdir(exist_ok=True)
    copy = Path(tempfile.mkdtemp(dir=KEPT.parent)) / "static"
    shutil.copytree(of, copy)
    with contextlib.suppress(OSError):
        shutil.rmtree(KEPT, ignore_errors=True)
        copy.rename(KEPT)
    shutil.rmtree(copy.parent)


def _mark(folder: Path) -> str:
    mark = folder / MARK
    return mark.read_text() if mark.exists() else ""
