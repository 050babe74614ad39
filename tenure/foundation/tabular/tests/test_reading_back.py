"""Whatever rows CSV can hold come back from a file as they were written."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenure.foundation.refusals import Invalid
from tenure.foundation.tabular.records import open_table

# Everything but halves of surrogate pairs, which no encoding can write.
CELL = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ROWS = st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=20)
HEADER = ["one", "two", "three"]


def read_back(rows: list[list[str]], encoding: str, delimiter: str, end: str) -> list[list[str]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        with path.open("w", encoding=encoding, newline="") as file:
            writer = csv.writer(file, delimiter=delimiter, lineterminator=end)
            writer.writerows([HEADER, *rows])
        found = list(open_table(path).records())
    assert [record.problem for record in found] == [""] * len(rows)
    return [record.values for record in found]


@given(
    ROWS,
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["\r\n", "\n"]),
)
def test_rows_come_back_as_they_were_written(rows, encoding, delimiter, end):
    assert read_back(rows, encoding, delimiter, end) == rows


@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_read_or_refused_and_nothing_else(content):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bytes.csv"
        path.write_bytes(b"one,two\n" + content)
        lines = [record.line for record in open_table(path).records()]

    assert lines == sorted(lines)
    assert len(lines) <= content.count(b"\n") + 1


@pytest.mark.parametrize("encoding", ["utf-16", "UTF-16-LE", "utf_32", "cp1252", "latin1"])
def test_an_encoding_without_a_mark_may_be_told(tmp_path, encoding):
    path = tmp_path / "rows.csv"
    path.write_bytes("one,two\né,2\n".encode(encoding))

    (record,) = open_table(path, encoding).records()

    assert (record.line, record.values) == (2, ["é", "2"])


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13", "idna"])
def test_what_is_no_encoding_of_text_is_refused_by_name(tmp_path, encoding):
    path = tmp_path / "rows.csv"
    path.write_bytes(b"one,two\n")

    with pytest.raises(Invalid, match=f"There is no encoding “{encoding}”"):
        open_table(path, encoding)
