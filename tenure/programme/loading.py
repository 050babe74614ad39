"""Reading the programme's files. Each is typed and checked as a whole, or refused with its line."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from tenure.foundation.refusals import Unavailable
from tenure.programme.places import line_of
from tenure.programme.whole import FORMS, Programme, disagreements

FILES = Path(__file__).parent / "files"
PLACE = re.compile(r" - at `\$\.?(.*)`$")


class WrongProgramme(Unavailable):
    """A file of the programme cannot be used."""


def load[T](path: Path, form: type[T]) -> T:
    try:
        text = path.read_text(encoding="utf-8")
        return msgspec.toml.decode(text, type=form)
    except OSError as error:
        raise WrongProgramme(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise WrongProgramme(f"{path}: this is not UTF-8 text.") from error
    except (msgspec.ValidationError, msgspec.DecodeError, ValueError) as error:
        raise WrongProgramme(f"{path}{_where(text, str(error))}: {error}") from error


def _where(text: str, said: str) -> str:
    place = PLACE.search(said)
    line = line_of(text, place[1]) if place else None
    return f", line {line}" if line else ""


def read_programme(folder: Path | None = None) -> Programme:
    """The programme with each file of the folder in the place of the one that comes with Tenure."""
    paths = files_of(folder)
    parts: Mapping[str, Any] = {name: load(paths[name], form) for name, form in FORMS.items()}
    programme = Programme(**parts)
    for name, words in disagreements(programme):
        raise WrongProgramme(f"{paths[name]}: {words}")
    return programme


def files_of(folder: Path | None) -> dict[str, Path]:
    """Where each file of the programme is read from."""
    if folder is not None and folder.is_dir():
        _no_strangers(folder)
    own = {name: folder / f"{name}.toml" for name in FORMS} if folder else {}
    return {
        name: own[name] if name in own and own[name].exists() else FILES / f"{name}.toml"
        for name in FORMS
    }


def _no_strangers(folder: Path) -> None:
    """A misspelt file would be passed over in silence."""
    for path in sorted(folder.glob("*.toml")):
        if path.stem not in FORMS:
            raise WrongProgramme(
                f"{path}: the programme has no such file. It has: "
                f"{', '.join(f'{name}.toml' for name in FORMS)}."
            )
