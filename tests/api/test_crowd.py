"""Two hundred programs at once: nothing is lost, nothing is doubled, nobody is told of our trouble."""

import os
import signal
import time

import pytest

from tenure.customers.tally import DIMENSIONS, OF_CUSTOMER, OF_PROFILE, SUMS
from tests.api.crowd import Program, crowd

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("served api")]
PROGRAMS = 200
SECONDS = float(os.environ.get("TENURE_CROWD_SECONDS", "15"))
STORED = """
select c.id::text, c.name, nullif(c.company_name, ''),
    (select coalesce(array_agg(score::int order by recorded_at), '{}') from health_healthscore g
     where g.customer_id = c.id)
from customers_customer c
"""
COUNTED = ", ".join(f"sum({name})" for name in SUMS)
COUNTED_ANEW = ", ".join(f"sum({what})" for what in SUMS.values())
GROUPS = ", ".join(DIMENSIONS)


def hold(served, programs: list[Program]) -> None:
    """What every program was told is so, and there is nothing else."""
    assert [words for program in programs for words in program.unexpected] == []
    acknowledged = {
        number: (kept.name, kept.company, kept.scores)
        for program in programs
        for number, kept in program.kept.items()
    }
    with served.database() as database:
        stored = {number: tuple(told) for number, *told in database.execute(STORED)}
        begun = stored.keys() - acknowledged.keys()
        names = [name for name, *_ in stored.values()]
    assert begun == set()
    assert {n: stored.get(n) for n in acknowledged} == acknowledged
    assert len(names) == len(set(names))


def count(served) -> None:
    """The tally and the copies beside the scores are what a count of all rows comes to."""
    with served.database() as database:
        assert tallied(database) == counted_anew(database)
        copies = [
            (f"h.{name}", f"{table}.{source.format(row=table + '.')}")
            for table, columns in (("c", OF_CUSTOMER), ("p", OF_PROFILE))
            for name, source in columns.items()
        ]
        differing = " or ".join(f"{copy} is distinct from {source}" for copy, source in copies)
        found = database.execute(
            "select count(*) from customers_customer c"
            " join customers_currenthealth h on h.customer_id = c.id"
            f" join customers_successprofile p on p.customer_id = c.id where {differing}"
        ).fetchone()
    assert found == (0,)


def tallied(database) -> set[tuple]:
    told = f"select {GROUPS}, {COUNTED} from customers_tally group by {GROUPS}"
    return set(database.execute(f"{told} having sum(customers) <> 0").fetchall())


def counted_anew(database) -> set[tuple]:
    told = f"select {GROUPS}, {COUNTED_ANEW} from customers_currenthealth group by {GROUPS}"
    return set(database.execute(told).fetchall())


def test_a_crowd_loses_nothing_and_is_counted_exactly(served):
    programs = crowd(served, PROGRAMS, SECONDS)
    for program in programs:
        program.join()

    assert sum(program.done.total() for program in programs) > PROGRAMS
    hold(served, programs)
    count(served)


def test_a_crowd_loses_nothing_when_everything_is_killed_in_the_middle(restarted):
    programs = crowd(restarted, PROGRAMS, SECONDS)
    time.sleep(SECONDS / 3)
    server = restarted.postmaster()
    os.killpg(restarted.web.pid, signal.SIGKILL)
    server.kill()
    restarted.web.wait()
    restarted.web = restarted.serve("--workers", "2")
    for program in programs:
        program.join()

    hold(restarted, programs)
    count(restarted)
