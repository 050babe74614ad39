"""What differs between two programmes, as sentences. Plain Python."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from tenure.foundation.enums import Word
from tenure.programme.differences import differences
from tenure.programme.part import Bound
from tenure.programme.saying import bound
from tenure.programme.whole import FORMS, Programme
from tenure.programme.words import Cadence, Tier

NAMES = ("code", "number", "cadence", "day")
SAME_AS_FILE = ("tier", "review", "metric", "template")
LONGEST = 100

type Table = Mapping[str, Any]


def spoken(code: str) -> str:
    return code.replace("_", " ")


def changes(
    before: Programme, after: Programme, title_of: Callable[[str], str] = spoken
) -> list[str]:
    """“tiers: Mid-market, touchpoints a month: 4 → 5”, in the order of the files. `title_of` names
    a measure of the scorecard by its code."""
    told: list[str] = []
    for name in FORMS:
        if name == "scorecard":
            sentences = differences(before.scorecard, after.scorecard, title_of)
            words = [one.rstrip(".") for one in sentences]
        else:
            words = list(_differences((), *(_plain(getattr(p, name)) for p in (before, after))))
        told += [f"{name}: {one}" for one in words]
    return told


def _plain(value: Any) -> Any:
    """Tables and lists of plain values, with every default in its place, and targets in words."""
    if isinstance(value, Bound):
        return bound(value)
    if isinstance(value, msgspec.Struct):
        return {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def _differences(path: tuple[str, ...], old: Any, new: Any) -> Iterator[str]:
    if old == new:
        return
    if not isinstance(old, Mapping) or not isinstance(new, Mapping):
        yield f"{', '.join(path)}: {_change(old, new)}"
        return
    before, after = _parts(old), _parts(new)
    for key, (words, value) in after.items():
        if key in before:
            yield from _differences((*path, words), before[key][1], value)
        else:
            yield f"{', '.join((*path, words))}: new{_value(value)}"
    for key, (words, value) in before.items():
        if key not in after:
            yield f"{', '.join((*path, words))}: left out{_value(value)}"


def _change(old: Any, new: Any) -> str:
    """Of lists only what is not in both."""
    if isinstance(old, list) and isinstance(new, list):
        gone = [part for part in old if part not in new]
        come = [part for part in new if part not in old]
        return f"{_said(gone)} → {_said(come)}" if gone or come else "in another order"
    return f"{_said(old)} → {_said(new)}"


def _parts(table: Table) -> dict[str, tuple[str, Any]]:
    """What a table holds, with the words for it. Rows that have a name stand in it one by one."""
    found: dict[str, tuple[str, Any]] = {}
    for key, part in table.items():
        if isinstance(part, list) and part and isinstance(part[0], Mapping) and _name(part[0]):
            noun = "" if key in SAME_AS_FILE else f"{_label(key)} "
            found |= {f"{key} {_name(row)}": (noun + _title(row), row) for row in part}
        elif part != []:
            found[key] = _label(key), part
    return found


def _name(row: Table) -> str:
    return next((str(row[name]) for name in NAMES if name in row), "")


def _title(row: Table) -> str:
    return str(row.get("title") or _label(_name(row)))


def _label(code: str) -> str:
    if code == "default":
        return "for all"
    if Tier.has(code):
        return Tier(code).label
    return Cadence(code).label.lower() if Cadence.has(code) else spoken(code)


def _value(value: Any) -> str:
    return "" if isinstance(value, Mapping) else f", {_said(value)}"


def _said(value: Any) -> str:
    if isinstance(value, list):
        text = ", ".join(map(_said, value))
    elif isinstance(value, Mapping):
        text = ", ".join(f"{spoken(key)} {_said(part)}" for key, part in value.items())
    elif isinstance(value, float):
        text = f"{value:.12g}"
    else:
        text = value.label if isinstance(value, Word) else str("" if value is None else value)
    text = text or "nothing"
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
