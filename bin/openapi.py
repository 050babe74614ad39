"""Writes docs/api/openapi.json anew, after a change of the API: .venv/bin/python bin/openapi.py"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tenure.project.command_line.application import application

with application():
    from tenure.project.api.document import described

    (ROOT / "docs" / "api" / "openapi.json").write_text(described())
