"""Pieces two at a time: in order, each whole, and none after one that failed."""

import threading

import pytest
from django.db import connection

from tenure.health import in_step as two
from tenure.health.in_step import in_step

pytestmark = pytest.mark.slow


@pytest.fixture
def table(django_db_setup, django_db_blocker):
    """A table that is no part of Tenure, in real transactions: what is history cannot be emptied."""
    with django_db_blocker.unblock():
        assert not connection.in_atomic_block
        run("create table pieces (name text)")
        yield
        run("drop table pieces")
        connection.close()


def run(statement, *told):
    with connection.cursor() as cursor:
        cursor.execute(statement, told)
        return [row[0] for row in cursor.fetchall()] if cursor.description else []


def add(name):
    run("insert into pieces values (%s)", name)
    return name


def names():
    return run("select name from pieces order by name")


def test_a_later_piece_waits_for_the_one_before_it(table):
    second_is_done, settled = threading.Event(), []

    def work(piece):
        if piece == "1":
            assert second_is_done.wait(20)
        made = add(piece)
        if piece == "2":
            second_is_done.set()
        return made

    in_step("12", work, lambda piece, made: settled.append(made))

    assert settled == names() == ["1", "2"]


def test_where_one_fails_those_after_it_are_not_kept(table):
    def work(piece):
        made = add(piece)
        if piece == "2":
            raise ValueError(piece)
        return made

    with pytest.raises(ValueError, match="2"):
        in_step("1234", work, lambda piece, made: None)

    assert names() == ["1"]


def test_a_piece_that_waits_too_long_lets_go_of_its_locks_and_is_done_again(table, monkeypatch):
    monkeypatch.setattr(two, "PATIENCE_SECONDS", 0.05)
    tries, settled, second_tried = [], [], threading.Event()

    def work(piece):
        tries.append(piece)
        if piece == "2":
            second_tried.set()
        else:
            assert second_tried.wait(20)
            threading.Event().wait(0.5)  # long after the second one lost its patience
        return add(piece)

    in_step("12", work, lambda piece, made: settled.append(made))

    assert (sorted(tries), settled) == (["1", "2", "2"], ["1", "2"])
    assert names() == ["1", "2"]


def test_inside_a_transaction_one_comes_after_the_other(db):
    told = []
    in_step("123", told.append, lambda piece, made: None, lambda: told.append("told"))

    assert told == ["1", "told", "2", "told", "3", "told"]
