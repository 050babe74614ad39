"""A document as PDF, set by Typst. Its texts come as data and are never read as marks."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path

import fontpkg_inter
import typst

from tenure.foundation.paper.parts import Paper

LAYOUT = Path(__file__).parent / "paper.typ"


def pdf_of(paper: Paper, at: datetime) -> bytes:
    made = typst.compile(
        str(LAYOUT),
        root=str(LAYOUT.parent),
        font_paths=fonts(),
        sys_inputs={"paper": json.dumps(paper.as_data())},
        timestamp=at.replace(microsecond=0),
    )
    assert isinstance(made, bytes)
    return made


@cache
def fonts() -> typst.Fonts:
    """Inter, and what this machine has for letters that Inter lacks."""
    ours = Path(fontpkg_inter.__file__).parent / "files"
    return typst.Fonts(font_paths=[str(ours)], include_system_fonts=True)
