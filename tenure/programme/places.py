"""Where in a TOML text a value stands: the line to a path such as `tier[1].limits.agents`. Plain Python."""

import re
from collections import Counter

HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]")
KEY = re.compile(r"^\s*([\w\-]+)\s*=")
STEP = re.compile(r"\[(?:\d+|\.\.\.)\]$|\.[^.\[]+$")


def line_of(text: str, path: str) -> int | None:
    """The line, from 1, on which the value begins, or the nearest thing around it that has a line."""
    lines = _lines(text)
    while path:
        if path in lines:
            return lines[path]
        shorter = STEP.sub("", path)
        path = "" if shorter == path else shorter
    return None


def _lines(text: str) -> dict[str, int]:
    """The line of every table and every key that begins a line."""
    found: dict[str, int] = {}
    times: Counter[str] = Counter()
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := HEADER.match(line):
            table = _table(header, times)
            found.setdefault(table, number)
        elif key := KEY.match(line):
            found.setdefault(f"{table}.{key[1]}" if table else key[1], number)
    return found


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
