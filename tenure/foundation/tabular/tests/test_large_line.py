"""Lines without end, whatever they are made of, are passed over in the memory of a short one."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
MEGABYTE = 1024 * 1024
MEMORY = 80 * MEGABYTE
READ = """
import sys
from pathlib import Path
from tenure.foundation.tabular.records import open_table
print([(r.line, r.problem) for r in open_table(Path(sys.argv[1])).records()])
"""


def read_in_little_memory(path: Path) -> str:
    told = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY)),
    )
    assert told.returncode == 0, told.stderr
    return told.stdout.strip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-32-be"])
@pytest.mark.parametrize("filling", ["x", ",", "é"])
def test_a_line_of_a_hundred_megabytes_is_refused_and_the_next_is_read(tmp_path, encoding, filling):
    path = tmp_path / "large.csv"
    block = (filling * MEGABYTE).encode(encoding)
    with path.open("wb") as file:
        file.write("\ufeffa,b\n1,2\n".encode(encoding))
        for _ in range(100 * MEGABYTE // len(block)):
            file.write(block)
        file.write("\n3,4\n".encode(encoding))

    assert read_in_little_memory(path) == "[(2, ''), (3, 'is longer than 1 MiB'), (4, '')]"


def test_a_quote_that_is_never_closed_ends_before_it_holds_the_whole_file(tmp_path):
    path = tmp_path / "open.csv"
    with path.open("w") as file:
        file.write('a,b\n1,"2\n')
        for _ in range(99):
            file.write(("x" * 1023 + "\n") * 1024)

    told = read_in_little_memory(path)

    # Two characters of the first line and 128 lines of 1,024 are more than 131,072.
    assert told.startswith(
        "[(2, 'has a field of over 131,072 characters; perhaps a quote is not closed "
        "(lines 2 to 130)'), (131, 'has 1 columns where the header has 2'), "
    )
    assert told.endswith("(101378, 'has 1 columns where the header has 2')]")


def test_a_last_line_of_a_hundred_megabytes_without_an_end_is_refused(tmp_path):
    path = tmp_path / "endless.csv"
    with path.open("w") as file:
        file.write("a,b\n1,2\n")
        for _ in range(100):
            file.write("x" * MEGABYTE)

    assert read_in_little_memory(path) == "[(2, ''), (3, 'is longer than 1 MiB')]"
