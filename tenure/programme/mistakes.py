"""Every mistake in the text of one of the programme's files, each with its line. Plain Python.

When a file is not what it must be, each table in it is held against its own form, so that one wrong
value does not hide the others."""

import datetime as dt
import difflib
import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

import msgspec

from tenure.programme.faults import Fault
from tenure.programme.part import Contradiction
from tenure.programme.places import line_of
from tenure.programme.scorecard import WrongScorecard

SAID_AT = re.compile(r" - at `\$\.?(.*)`$")
SAID_LINE = re.compile(r" \(at line (\d+), column \d+\)")


def mistakes_in(text: str, form: type[Any]) -> list[str]:
    """“line 12: Expected `int`, got `str` (tier[1].notice_days)”; none for a text of the form."""
    try:
        values = msgspec.toml.decode(text)
    except msgspec.DecodeError as error:
        line = SAID_LINE.search(str(error))
        return [f"line {line[1] if line else 1}: this is not TOML: {SAID_LINE.sub('', str(error))}"]
    return [said(fault, text) for fault in _faults(values, form, "")]


def said(fault: Fault, text: str) -> str:
    line = line_of(text, fault.place)
    return f"line {line}: {fault.words}" if line else fault.words


def _faults(values: Any, form: Any, place: str) -> list[Fault]:
    try:
        msgspec.convert(values, form, builtin_types=(dt.datetime, dt.date, dt.time), str_keys=True)
    except msgspec.ValidationError as error:
        inside = [fault for part in _parts(values, form, place) for fault in _faults(*part)]
        strange = list(_strangers(values, form, place))
        return [*strange, *inside] or list(_own(error, values, place))
    return []


def _parts(values: Any, form: Any, place: str) -> Iterator[tuple[Any, Any, str]]:
    """What a table or a list holds, each with its form and its place."""
    if is_table(values, form):
        for field in msgspec.structs.fields(form):
            if field.encode_name in values:
                yield values[field.encode_name], field.type, _within(place, field.encode_name)
    elif isinstance(values, list) and get_origin(form) is tuple and get_args(form)[1:] == (...,):
        for index, value in enumerate(values):
            yield value, get_args(form)[0], f"{place}[{index}]"


def is_table(values: Any, form: Any) -> bool:
    return (
        isinstance(values, Mapping) and isinstance(form, type) and issubclass(form, msgspec.Struct)
    )


def _strangers(values: Any, form: Any, place: str) -> Iterator[Fault]:
    if not is_table(values, form):
        return
    names = [field.encode_name for field in msgspec.structs.fields(form)]
    for name in values:
        if name not in names:
            near = difflib.get_close_matches(name, names, 1)
            meant = f": {near[0]} is meant?" if near else f". There are: {', '.join(names)}."
            yield Fault(_within(place, name), f"unknown field `{name}`{meant}")


def _own(error: msgspec.ValidationError, values: Any, place: str) -> Iterator[Fault]:
    """What is wrong with the table itself and with nothing that it holds."""
    cause = error.__cause__
    if isinstance(cause, WrongScorecard):
        for fault in cause.faults:
            yield Fault(place_in_card(fault.place, values), fault.words)
    elif isinstance(cause, Contradiction | ValueError):
        yield Fault(_within(place, getattr(cause, "place", "")), str(cause))
    else:
        at = SAID_AT.search(str(error))
        place = _within(place, at[1]) if at else place
        words = SAID_AT.sub("", str(error))
        yield Fault(place, f"{words} ({place})" if place else words)


def place_in_card(told: str, values: Mapping[str, Any]) -> str:
    """Faults of scorecards name components and measures by their code; a file counts them."""
    first, _, rest = told.partition(".")
    code = rest.partition(".")[0]
    for number, component in enumerate(values.get("component", ())):
        if component.get("code") == first:
            return f"component[{number}].{code}"
        for index, measure in enumerate(component.get("measures", ())):
            if first == "measures" and measure.get("code") == code:
                return f"component[{number}].measures[{index}]"
    for index, own in enumerate(values.get("own", ())):
        if first == "own" and own.get("code") == code:
            return f"own[{index}]"
    return "component[0].weight" if first == "total" else told


def _within(place: str, name: str) -> str:
    return f"{place}.{name}" if place and name and name[0] != "[" else place + name
