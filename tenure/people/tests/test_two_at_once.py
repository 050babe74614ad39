"""Two administrators who leave in the same moment: one of them stays."""

import pytest

from tests.processes import installation, until

pytestmark = pytest.mark.slow
WAITING = "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
WHO_IS_LEFT = "select email from people_person where role = 'administrator' and is_active"


@pytest.fixture
def house():
    """A served installation with two administrators."""
    with installation() as made:
        for name in ("ada", "bob"):
            email = f"{name}@tenure.example"
            given = made.run(
                "user", "create", email, "--role", "administrator", "--password-stdin",
                given="not-easy-to-guess\n",
            )  # fmt: skip
            assert given.returncode == 0, given.stderr
        made.serve()
        yield made


def test_of_two_who_leave_at_once_one_is_refused(house):
    with house.database() as outside:
        with outside.transaction():
            outside.execute("select from people_person for update")
            leaving = [
                house.start("user", "deactivate", f"{name}@tenure.example")
                for name in ("ada", "bob")
            ]
            with house.database() as watching:
                until(lambda: watching.execute(WAITING).fetchone() == (2,), "both wait")
        ends = sorted(process.wait(timeout=60) for process in leaving)
        left = outside.execute(WHO_IS_LEFT).fetchall()

    assert ends[0] == 0 < ends[1]
    assert len(left) == 1
    assert "is the last administrator; make another one first." in house.words
