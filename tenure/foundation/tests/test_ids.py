"""Ids sort by the time at which they were made."""

from concurrent.futures import ThreadPoolExecutor
from uuid import RFC_4122

import pytest
from django.db import connection

from tenure.foundation.ids import new_id


def test_ids_made_one_after_the_other_stand_in_that_order():
    made = [new_id() for _ in range(2_000)]

    assert made == sorted(made)


def test_no_two_are_alike_even_from_many_threads():
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: new_id(), range(8_000)))

    assert len(set(made)) == 8_000


def test_they_are_ids_of_the_kind_that_begins_with_the_time():
    made = new_id()

    assert (made.version, made.variant) == (7, RFC_4122)


@pytest.mark.django_db
def test_the_database_makes_the_same_kind():
    with connection.cursor() as cursor:
        cursor.execute("select new_id() from generate_series(1, 500)")
        made = [one for (one,) in cursor.fetchall()]

    assert {(one.version, one.variant) for one in made} == {(7, RFC_4122)}
    assert len(set(made)) == 500


@pytest.mark.django_db
def test_ids_of_the_database_and_of_the_application_tell_the_same_time():
    with connection.cursor() as cursor:
        cursor.execute("select new_id()")
        (theirs,) = cursor.fetchone()
    ours = new_id()

    apart = abs((theirs.int >> 80) - (ours.int >> 80))  # in milliseconds
    assert apart < 60_000
