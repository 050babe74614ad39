"""Each part of a page is styled in one file: a name that two of them take breaks one of the two."""

import re
from collections import defaultdict

from tenure.foundation.web.assets import PARTS, STYLES

EVERYWHERE = ("narrow", "print")
"""Files that say of all parts how they look in one medium."""
NAME = re.compile(r"^  (\.[a-z-]+) \{", re.MULTILINE)


def test_no_two_stylesheets_take_the_same_name():
    taken = defaultdict(set)
    for part in PARTS:
        for name in NAME.findall((STYLES / f"{part}.css").read_text()):
            taken[name].add(part)

    twice = {name: parts for name, parts in taken.items() if len(parts - {*EVERYWHERE}) > 1}
    assert ".worths" in taken
    assert twice == {}
