"""Reading the programme's files. Each is typed and checked as a whole, or refused with its place."""

from functools import cache
from pathlib import Path

import msgspec

from tenure.foundation.refusals import Unavailable
from tenure.programme.scorecard import Scorecard
from tenure.programme.tiers import Tiers

FILES = Path(__file__).parent / "files"


class WrongProgramme(Unavailable):
    """A file of the programme cannot be used."""


def load[T](path: Path, form: type[T]) -> T:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=form)
    except OSError as error:
        raise WrongProgramme(f"{path}: {error.strerror}") from error
    except (msgspec.ValidationError, msgspec.DecodeError, ValueError) as error:
        raise WrongProgramme(f"{path}: {error}") from error


@cache
def scorecard() -> Scorecard:
    """The factory setting: what is in force until somebody puts another scorecard in force."""
    return load(FILES / "scorecard.toml", Scorecard)


@cache
def tiers() -> Tiers:
    return load(FILES / "tiers.toml", Tiers)
