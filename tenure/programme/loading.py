"""Reading the programme's files. Each is typed and checked as a whole, or refused with its line."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from tenure.foundation.refusals import Unavailable
from tenure.programme.faults import Fault
from tenure.programme.mistakes import mistakes_in, place_in_card, said
from tenure.programme.scorecard import Scorecard
from tenure.programme.whole import FORMS, Programme, disagreements

FILES = Path(__file__).parent / "files"

type Check = Callable[[Scorecard], list[Fault]]
checks: list[Check] = []
"""What slices above know of scorecards and this one does not: which measures there are."""


class WrongProgramme(Unavailable):
    """Files of the programme cannot be used; `faults` has each matter with its file and line."""

    def __init__(self, *faults: str) -> None:
        more = len(faults) - 1
        super().__init__(faults[0] + (f" And {more} more." if more else ""))
        self.faults = faults


def load[T](path: Path, form: type[T]) -> T:
    return part_of(path, text_of(path), form)


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise WrongProgramme(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise WrongProgramme(f"{path}: this is not UTF-8 text.") from error


def part_of[T](path: Path, text: str, form: type[T]) -> T:
    try:
        return msgspec.toml.decode(text, type=form)
    except msgspec.DecodeError as error:
        found = mistakes_in(text, form) or [str(error)]
        raise WrongProgramme(*(_placed(path, one) for one in found)) from error


def _placed(path: Path, words: str) -> str:
    return f"{path}, {words}" if words.startswith("line ") else f"{path}: {words}"


def read_programme(folder: Path | None = None) -> Programme:
    """The programme with each file of the folder in the place of the one that comes with Tenure."""
    return programme_of(files_of(folder))


def programme_of(paths: Mapping[str, Path]) -> Programme:
    """The programme of these files; WrongProgramme with all that is the matter with them."""
    parts: dict[str, Any] = {}
    texts: dict[str, str] = {}
    faults: list[str] = []
    for name, form in FORMS.items():
        try:
            texts[name] = text_of(paths[name])
            parts[name] = part_of(paths[name], texts[name], form)
        except WrongProgramme as wrong:
            faults += wrong.faults
    if not faults:
        programme = Programme(**parts)
        faults = [
            _placed(paths[name], said(fault, texts[name]))
            for name, fault in _contradictions(programme)
        ]
    if faults:
        raise WrongProgramme(*faults)
    return programme


def _contradictions(programme: Programme) -> list[tuple[str, Fault]]:
    card = programme.scorecard
    values = msgspec.to_builtins(card, str_keys=True)
    unknown = [fault for check in checks for fault in check(card)]
    return [
        *disagreements(programme),
        *(("scorecard", Fault(place_in_card(one.place, values), one.words)) for one in unknown),
    ]


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
