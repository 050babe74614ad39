"""The map is true: every folder stands in it, and nothing else does."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MAP = (ROOT / "docs" / "map.md").read_text()
NAMED = set(re.findall(r"^\| `([a-z_/]+)` \|", MAP, re.MULTILINE))


def folders() -> set[str]:
    packages = {
        path.parent.relative_to(ROOT).as_posix()
        for pattern in (
            "tenure/*/__init__.py",
            "tenure/foundation/*/__init__.py",
            "tests/*/__init__.py",
        )
        for path in ROOT.glob(pattern)
    }
    return packages - {"tenure/foundation", "tenure/foundation/tests"} | {
        "benchmarks",
        "bin",
        "docs/decisions",
    }


def test_every_folder_stands_in_the_map():
    assert folders() - NAMED == set()


def test_the_map_names_no_folder_that_is_not_there():
    named = {name for name in NAMED if not name.endswith("/")}

    assert named == folders()


def test_the_order_of_the_slices_is_the_one_that_is_held():
    config = (ROOT / "pyproject.toml").read_text()
    held = re.search(r'type = "layers"\nlayers = \[\n(.*?)\]', config, re.DOTALL)
    lines = [line.strip().strip('",').replace("tenure.", "") for line in held[1].splitlines()]
    drawn = [line.strip() for line in MAP.splitlines() if line.startswith("    ")]

    assert drawn == [line for line in lines if line]
