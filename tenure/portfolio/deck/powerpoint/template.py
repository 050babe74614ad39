"""The template that decks are made from: ours, or the company's own.

Ours is made of python-pptx's plain one: wide, with our colours and sizes. One of the company's own
(TENURE_DECK_TEMPLATE) needs the layouts “Title Slide” and “Title Only”, which every template has."""

import os
from pathlib import Path
from typing import Any

from pptx import Presentation

from tenure.foundation.refusals import Unavailable
from tenure.portfolio.deck.powerpoint.ours import CONTENT, OPENING, plain_template


class WrongTemplate(Unavailable):
    """The company's template cannot be used; the words say why."""


def opened_template() -> Any:
    """A presentation without slides."""
    named = os.environ.get("TENURE_DECK_TEMPLATE", "")
    return _theirs(Path(named).expanduser()) if named else plain_template()


def _theirs(path: Path) -> Any:
    try:
        deck = Presentation(str(path))
    except Exception as error:  # whatever is wrong with a file: missing, no zip, no presentation
        raise WrongTemplate(
            f"The template {path} of TENURE_DECK_TEMPLATE cannot be read: {error}"
        ) from error
    names = [one.name for one in deck.slide_layouts]
    for name in (OPENING, CONTENT):
        if name not in names:
            told = ", ".join(f"“{one}”" for one in names)
            raise WrongTemplate(f"The template {path} has no layout “{name}”. It has {told}.")
    slides = deck.slides._sldIdLst
    for one in list(slides):
        deck.part.drop_rel(one.rId)
        slides.remove(one)
    return deck
