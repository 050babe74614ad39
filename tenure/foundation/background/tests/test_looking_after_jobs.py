"""Old jobs go, those that failed stay, and a job whose worker died is done again."""

import pytest
from asgiref.sync import async_to_sync
from django.db import connection

from tenure.foundation.background.jobs import remove_old, retry_stalled

pytestmark = pytest.mark.django_db
JOB = """
insert into procrastinate_jobs (queue_name, task_name, status, args)
values ('default', %s, 'todo', '{}') returning id
"""
ENDED = "update procrastinate_jobs set status = %s where id = %s"
AGED = "update procrastinate_events set at = now() - make_interval(days => %s) where job_id = %s"
DEAD = """
with w as (
    insert into procrastinate_workers (last_heartbeat)
    values (now() - make_interval(secs => %s)) returning id
)
update procrastinate_jobs set status = 'doing', worker_id = (select id from w) where id = %s
"""


def job(name, status="todo", days=0):
    with connection.cursor() as cursor:
        cursor.execute(JOB, [name])
        (number,) = cursor.fetchone()
        for step in ("doing", status) if status in ("succeeded", "failed") else ():
            cursor.execute(ENDED, [step, number])
        cursor.execute(AGED, [days, number])
    return number


def look_after(task):
    async_to_sync(task.func)(timestamp=0)


def kept():
    with connection.cursor() as cursor:
        cursor.execute("select task_name, status::text from procrastinate_jobs")
        return dict(cursor.fetchall())


def taken_by_a_worker(number, silent_seconds):
    with connection.cursor() as cursor:
        cursor.execute(DEAD, [silent_seconds, number])


def test_what_is_done_goes_after_two_weeks():
    job("young", "succeeded", days=13)
    job("old", "succeeded", days=15)

    look_after(remove_old)

    assert kept() == {"young": "succeeded"}


def test_what_failed_and_what_is_still_to_do_stays():
    job("failed", "failed", days=400)
    job("to do", days=400)

    look_after(remove_old)

    assert kept() == {"failed": "failed", "to do": "todo"}


def test_a_job_of_a_worker_that_fell_silent_is_to_do_again():
    taken_by_a_worker(job("import"), silent_seconds=120)

    look_after(retry_stalled)

    assert kept() == {"import": "todo"}


def test_a_job_of_a_living_worker_is_left_alone():
    taken_by_a_worker(job("import"), silent_seconds=0)

    look_after(retry_stalled)

    assert kept() == {"import": "doing"}
