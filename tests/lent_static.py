"""Stylesheets and scripts that one installation of the tests made and compressed, lent to the next: that takes
longer than most tests. What they were made of is asked again by each installation, so old ones do no harm."""

import contextlib
import shutil
import tempfile
from pathlib import Path

from tenure.foundation.database.folder import DataFolder

KEPT = Path(__file__).resolve().parents[1] / ".cache" / "pages"
PARTS = ("static", "made")
MARK = ".collected-from"


def lend(to: DataFolder) -> None:
    if _mark(KEPT) and not to.static.exists():
        try:
            for part in PARTS:
                shutil.copytree(KEPT / part, to.path / part, dirs_exist_ok=True)
        except OSError:  # another one just took its place
            shutil.rmtree(to.static, ignore_errors=True)


def keep(of: DataFolder) -> None:
    """Take over what was collected, unless the same is kept; of several at once the first one wins."""
    if _mark(of.path) in ("", _mark(KEPT)):
        return
    KEPT.parent.mkdir(exist_ok=True)
    place = Path(tempfile.mkdtemp(dir=KEPT.parent))
    for part in PARTS:
        shutil.copytree(of.path / part, place / "new" / part)
    with contextlib.suppress(OSError):
        shutil.rmtree(KEPT, ignore_errors=True)
        (place / "new").rename(KEPT)
    shutil.rmtree(place)


def _mark(folder: Path) -> str:
    mark = folder / "static" / MARK
    return mark.read_text() if mark.exists() else ""
