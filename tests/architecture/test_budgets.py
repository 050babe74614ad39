"""Files and functions stay short enough to be read at one go."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_WITH_A_REASON = 300
REASONS = {
    "tenure/customers/tally.py": "the SQL of the tally's triggers, read as a whole",
    "tenure/foundation/audit/triggers.py": "the SQL of one trigger function, read as a whole",
    "tenure/health/rules.py": "the formula and what it means, read as a whole",
    "tenure/customers/models/customer.py": "one table: its columns, constraints and indexes",
}
BUDGETS = {".py": 150, ".html": 100, ".css": 150}
LONGEST_FUNCTION, LONGEST_TEST = 30, 20


def tracked() -> Iterator[str]:
    told = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for name in told.stdout.splitlines():
        if (ROOT / name).exists() and "/migrations/" not in name:
            yield name


FILES = [name for name in tracked() if Path(name).suffix in BUDGETS]
PYTHON = [name for name in FILES if name.endswith(".py")]


def is_test(name: str) -> bool:
    return "tests" in Path(name).parts or name == "conftest.py"


@pytest.mark.parametrize("suffix", BUDGETS)
def test_no_file_is_too_long(suffix):
    lengths = {name: len((ROOT / name).read_text().splitlines()) for name in FILES}

    too_long = {
        name: length
        for name, length in lengths.items()
        if name.endswith(suffix)
        and length > (LONGEST_WITH_A_REASON if name in REASONS else BUDGETS[suffix])
    }
    assert too_long == {}


def test_a_reason_is_given_only_where_it_is_needed():
    needless = [
        name for name in REASONS
        if name not in FILES or len((ROOT / name).read_text().splitlines()) <= BUDGETS[".py"]
    ]  # fmt: skip

    assert needless == []


def test_no_function_is_too_long():
    too_long = {}
    for name in PYTHON:
        for part in ast.walk(ast.parse((ROOT / name).read_text())):
            if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (part.end_lineno or 0) - part.lineno + 1
                is_a_test = is_test(name) and part.name.startswith("test_")
                if length > (LONGEST_TEST if is_a_test else LONGEST_FUNCTION):
                    too_long[f"{name}:{part.name}"] = length
    assert too_long == {}
