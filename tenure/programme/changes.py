"""What differs between two programmes, as sentences. Plain Python."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from tenure.programme.whole import FORMS, Programme

NAMES = ("code", "number", "cadence")
LONGEST = 60


def changes(before: Programme, after: Programme) -> list[str]:
    """“tiers: MID_MARKET, touchpoints a month: 4 → 5”, in the order of the files."""
    told: list[str] = []
    for name in FORMS:
        old, new = (
            msgspec.to_builtins(getattr(one, name), str_keys=True) for one in (before, after)
        )
        told += [f"{name}: {words}" for words in _differences((), old, new)]
    return told


def _differences(path: tuple[str, ...], old: Any, new: Any) -> Iterator[str]:
    if old == new:
        return
    old_parts, new_parts = _parts(old), _parts(new)
    if old_parts is None or new_parts is None:
        yield f"{', '.join(path)}: {_said(old)} → {_said(new)}"
        return
    for key, value in new_parts.items():
        if key not in old_parts:
            yield f"{', '.join((*path, key))}: new{_value(value)}"
        else:
            yield from _differences((*path, key), old_parts[key], value)
    for key, value in old_parts.items():
        if key not in new_parts:
            yield f"{', '.join((*path, key))}: left out{_value(value)}"


def _parts(value: Any) -> Mapping[str, Any] | None:
    """What a table, or a list of tables with names, is made of; None for a plain value."""
    if isinstance(value, Mapping):
        return {key.replace("_", " "): part for key, part in value.items() if key not in NAMES}
    if isinstance(value, list | tuple) and value and all(_name(part) for part in value):
        return {_name(part): part for part in value}
    return None


def _name(part: Any) -> str:
    if not isinstance(part, Mapping):
        return ""
    return next((str(part[name]) for name in NAMES if name in part), "")


def _value(value: Any) -> str:
    return "" if isinstance(value, Mapping | list | tuple) else f", {_said(value)}"


def _said(value: Any) -> str:
    text = "nothing" if value is None else str(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
