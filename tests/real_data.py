"""Where the real data stands that the project does not carry."""

import os
from pathlib import Path

import pytest

SHARED = Path(
    os.environ.get("TENURE_SHARED_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data"
)
RAVENSTACK = SHARED / "ravenstack"

needs_ravenstack = pytest.mark.skipif(
    not RAVENSTACK.is_dir(),
    reason=f"!!! NO RAVENSTACK DATA in {RAVENSTACK}: name its folder's parent in TENURE_SHARED_DATA",
)
