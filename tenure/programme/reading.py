"""Reading a scorecard from a TOML text or from plain values, with every fault in its place."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from tenure.programme.faults import Fault
from tenure.programme.scorecard import Scorecard, WrongScorecard

WHERE = re.compile(r" - at `\$\.?(.*)`$")
LINE = re.compile(r"\(at line (\d+), column \d+\)")


def card_in(text: str) -> Scorecard:
    """The scorecard that a TOML text describes, or WrongScorecard."""
    try:
        return card_from(msgspec.toml.decode(text))
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError as error:
        line = LINE.search(str(error))
        place = f"line {line[1]}" if line else ""
        raise WrongScorecard([Fault(place, f"This is not TOML: {error}.")]) from None


def card_from(values: Mapping[str, Any]) -> Scorecard:
    """The scorecard that plain values describe, or WrongScorecard."""
    try:
        return msgspec.convert(values, Scorecard)
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, WrongScorecard):
            raise error.__cause__ from None
        raise WrongScorecard([_fault_of_form(str(error))]) from None


def _fault_of_form(said: str) -> Fault:
    where = WHERE.search(said)
    return Fault(where[1] if where else "", WHERE.sub("", said) + ".")
