"""What no table should hold: each trouble is found in its line and said, and the rest is read."""

import pytest

from tenure.foundation.tabular.header import NotATable
from tenure.foundation.tabular.lines import is_text
from tenure.foundation.tabular.records import Record, open_table

GOOD = ["1", "2"]


@pytest.fixture
def records(tmp_path):
    """The records of a file with these bytes."""

    def read(content: bytes, encoding: str | None = None) -> list[Record]:
        path = tmp_path / "odd.csv"
        path.write_bytes(content)
        return list(open_table(path, encoding).records())

    return read


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\n1,2\n", "The first line of odd.csv names no columns"),
        (b"\xef\xbb\xbf", "odd.csv is empty"),
        (b"a,b\x00\n1,2\n", "The header of odd.csv is not readable text"),
        ("a,b\ud800\n".encode("utf-16-le", "surrogatepass"), "is not readable text"),
        (b"a," * 500 + b"z\n", "odd.csv has 501 columns; the most is 500"),
        (b"a" * 2**20 + b",b\n", "The first line of odd.csv is longer than 1 MiB"),
        (b"line,field,reason\n1,a,b\n", "The first line of odd.csv names no columns"),
    ],
)
def test_a_header_that_is_none_is_refused_in_words(records, content, words):
    content = b"\xff\xfe" + content if b"\xd8" in content else content

    with pytest.raises(NotATable, match=words):
        records(content)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (b"1,2,3", "has 3 columns where the header has 2"),
        (b'1,"2"3', "has a quote in the wrong place"),
        (b"1,2\r3,4", "has a carriage return outside quotes"),
        (b'1,"' + b"x" * 140_000 + b'"', "has a field of over 131,072 characters"),
        (b"1," + b"x" * 2**20, "is longer than 1 MiB"),
    ],
)
def test_a_row_that_is_none_is_named_and_those_around_it_are_read(records, row, problem):
    before, wrong, after = records(b"a,b\n1,2\n" + row + b"\n1,2\n")

    assert (before.values, after.values) == (GOOD, GOOD)
    assert (before.line, wrong.line, after.line) == (2, 3, 4)
    assert problem in wrong.problem


def test_lines_are_counted_as_an_editor_counts_them(records):
    found = records(b'a,b\n1,"two\nlines"\n\n1,2\n')

    assert [(record.line, record.values) for record in found] == [
        (2, ["1", "two\nlines"]),
        (5, GOOD),
    ]


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"a,b\n1,caf\xe9\n1,2\n", None),
        (b"a,b\n1,\x81\n1,2\n", "windows-1252"),
        (b"a,b\n1,\x1b(\n1,2\n", "iso2022_jp"),
        (b"a,b\n1,\\xz\n1,2\n", "unicode_escape"),
        (b"\xff\xfe" + "a,b\n1,\ud800\n1,2\n".encode("utf-16-le", "surrogatepass"), None),
        (b"\xff\xfe\0\0" + "a,b\n1,\ud800\n1,2\n".encode("utf-32-le", "surrogatepass"), None),
    ],
    ids=["UTF-8", "windows-1252", "ISO 2022", "escapes", "UTF-16", "UTF-32"],
)
def test_bytes_that_are_no_text_show_in_their_cell_and_nowhere_else(records, content, encoding):
    broken, sound = records(content, encoding)

    assert broken.values[0] == "1"
    assert not is_text(broken.values[1])
    assert sound.values == GOOD


def test_half_a_character_at_the_end_is_not_passed_over(records):
    (record,) = records(b"\xff\xfe" + "a,b\n1,2".encode("utf-16-le") + b"x")

    assert not is_text(record.values[1])


@pytest.mark.parametrize(("delimiter", "other"), [(",", ";"), (";", ","), ("\t", "|"), ("|", "\t")])
def test_what_stands_in_quotes_does_not_part_columns(tmp_path, delimiter, other):
    path, name = tmp_path / "quoted.csv", other.join("abcd")
    path.write_text(f'one{delimiter}"{name}"\n1{delimiter}2\n')

    table = open_table(path)

    assert table.columns == ["one", name]
    assert [record.values for record in table.records()] == [GOOD]
