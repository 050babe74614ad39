from pathlib import Path

import pytest

from tenure.imports import actions
from tests.moments import NOON


@pytest.fixture
def bring_in(mona, tmp_path):
    """Imports a file of this text; options as for the command. Answers its outcome."""

    def brought_in(text: str | bytes, name: str = "file.csv", *, only_try: bool = False, **options):
        file: Path = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        (job,) = actions.plan([file], options.pop("mapping", None), **options)
        target = tmp_path / f"refused-{name}"
        if only_try:
            return actions.try_file(job=job, refused_to=target, at=NOON)
        return actions.import_file(job=job, refused_to=target, by=mona, at=NOON)

    return brought_in
