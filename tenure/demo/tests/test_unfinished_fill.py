"""The story is one transaction: told to its end, or not at all, and never over customers of ours."""

import os
import signal

import pytest

from tenure.foundation.database import embedded
from tests.processes import until

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]

ALL = "select (select count(*) from {}), (select count(*) from {}), (select count(*) from {})"
WHAT_IS_THERE = ALL.format("customers_customer", "people_person", "audit_deed")


def test_killed_in_the_middle_it_leaves_nothing_half_written(house):
    process = house.start("demo", "--fill-only")
    usage = house.folder.uploads / "demo" / "usage.csv"
    until(lambda: usage.exists() or process.poll() is not None, "the customers are written", 240)
    assert process.poll() is None, house.words

    os.killpg(process.pid, signal.SIGKILL)
    process.wait()

    with embedded.running(house.folder), house.database() as connection:
        assert connection.execute(WHAT_IS_THERE).fetchone() == (0, 0, 0)


def test_it_is_not_told_among_customers_of_ours(house):
    ours = house.place / "customers.csv"
    ours.write_text("external_id,name\nC-1,Acme\n")
    imported = house.run("import", str(ours), "--refused-to", str(house.place))
    assert imported.returncode == 0, imported.stderr

    refused = house.run("demo", "--fill-only")

    assert refused.returncode == 1
    assert "holds customers of yours" in refused.stderr
    with embedded.running(house.folder), house.database() as connection:
        rows = connection.execute("select name from customers_customer").fetchall()
    assert rows == [("Acme",)]
