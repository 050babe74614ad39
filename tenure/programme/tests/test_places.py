"""Where in a TOML text something stands."""

import pytest

from tenure.programme.places import line_of


@pytest.mark.parametrize(
    ("path", "line"),
    [("a", 1), ("b[0].c", 4), ("b[1].c", 7), ("b[1].d[0].e", 9), ("b[1].nowhere", 6), ("x.y", None), ("a.[0]", None)],
)  # fmt: skip
def test_a_place_has_its_line_or_that_of_what_is_around_it(path, line):
    text = "a = 1\n\n[[b]]\nc = 1\n\n[[b]]\nc = 2\n[[b.d]]\ne = 3\n"

    assert line_of(text, path) == line


def test_an_entry_on_a_line_of_its_own_has_that_line():
    text = "[[b]]\nc = [\n  { d = 1 },\n  # none\n  { d = 2 },\n]\ne = 1\n"

    assert line_of(text, "b[0].c[0].d") == 3
    assert line_of(text, "b[0].c[1].d") == 5
    assert line_of(text, "b[0].e") == 7
