"""The command line, asked inside the test's own database."""

import json
from dataclasses import dataclass
from typing import Any

import pytest
from click.testing import CliRunner

from tenure.project.command_line import tenure


@dataclass
class Said:
    """What a command answered: its exit code, what it said, and what it complained of."""

    code: int
    words: str
    complaint: str

    @property
    def json(self) -> Any:
        return json.loads(self.words)


@pytest.fixture
def tell():
    """Runs a command: `tell("user", "list")`."""

    def told(*words, given=""):
        result = CliRunner().invoke(tenure, [str(word) for word in words], input=given)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Said(result.exit_code, result.stdout, result.stderr)

    return told
