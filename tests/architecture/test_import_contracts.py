"""The import contracts hold, and they break when somebody breaks them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLANTED = {
    "The slices stand in this order": ("tenure/customers/queries.py", "import tenure.health.rules"),
    "Inside a slice": ("tenure/alerts/models.py", "import tenure.alerts.actions"),
    "Rules are plain Python": ("tenure/health/rules.py", "import django.db"),
    "The foundation knows no slice": ("tenure/foundation/ids.py", "import tenure.people.roles"),
    "Slices form no circles": ("tenure/programme/words.py", "import tenure.portfolio.filters"),
}


def lint(place: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [program, "--no-cache"], cwd=place, env={"PYTHONPATH": str(place), "PATH": ""},
        capture_output=True, text=True,
    )  # fmt: skip


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(
        ROOT / "tenure", tmp_path / "tenure", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_violation_breaks_its_contract(copy, contract):
    name, line = PLANTED[contract]
    file = copy / name
    file.write_text(f"{file.read_text()}\n{line}\n")

    told = lint(copy)

    assert told.returncode == 1
    flat = told.stdout.replace("\n", " ")
    verdict = re.search(rf"{contract}.*?(KEPT|BROKEN)", flat.partition("Contracts: ")[0])
    assert verdict and verdict[1] == "BROKEN", told.stdout
