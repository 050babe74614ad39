"""The programme as it is shown: the files in force, with the scorecard that scores are computed by."""

from collections.abc import Callable

import msgspec

from tenure.programme.in_force import standing
from tenure.programme.scorecard import Scorecard
from tenure.programme.whole import Programme

scorecard_in_force: Callable[[], Scorecard] | None = None
"""A version of the scorecard that somebody put in force goes before the file; the slice of health
knows it, and says so here."""


def shown() -> Programme:
    programme = standing().programme
    if scorecard_in_force is None:
        return programme
    return msgspec.structs.replace(programme, scorecard=scorecard_in_force())
