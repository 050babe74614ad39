"""Where in a TOML text a value stands: the line to a path such as `tier[1].limits.agents`. Plain Python."""

import re
from collections import Counter
from collections.abc import Iterator

HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]")
KEY = re.compile(r"^\s*([\w\-]+)\s*=")
OPEN = re.compile(r"=\s*\[\s*(#.*)?$")
ENTRY = re.compile(r"^\s*\{")
STEP = re.compile(r"\[(?:\d+|\.\.\.)\]$|(?:^|\.)[^.\[]+$")


def line_of(text: str, path: str) -> int | None:
    """The line, from 1, on which the value begins, or the nearest thing around it that has a line."""
    lines = dict(reversed(list(_lines(text))))
    while path:
        if path in lines:
            return lines[path]
        shorter = STEP.sub("", path)
        path = "" if shorter == path else shorter
    return None


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """The line of every table, every key that begins a line, every `{ … }` on a line of its own."""
    times: Counter[str] = Counter()
    table, entries = "", ""
    for number, line in enumerate(text.splitlines(), 1):
        if entries and ENTRY.match(line):
            yield f"{entries}[{times[entries]}]", number
            times[entries] += 1
        elif header := HEADER.match(line):
            table, entries = _table(header, times), ""
            yield table, number
        elif key := KEY.match(line):
            name = f"{table}.{key[1]}" if table else key[1]
            entries = name if OPEN.search(line) else ""
            yield name, number


def _table(header: re.Match[str], times: Counter[str]) -> str:
    """The full path of a header: a table in a list belongs to the newest entry of each list above."""
    path = ""
    *above, last = header[2].split(".")
    for name in above:
        path = f"{path}.{name}" if path else name
        if times[path]:
            path = f"{path}[{times[path] - 1}]"
    path = f"{path}.{last}" if path else last
    if header[1] == "[[":
        times[path] += 1
        return f"{path}[{times[path] - 1}]"
    return path
