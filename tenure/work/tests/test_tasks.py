"""Tasks: added, made once by a template, moved, handed over, done, undone."""

from datetime import date, timedelta

import pytest

from tenure.foundation.refusals import Invalid
from tenure.programme.words import Urgency
from tenure.work import actions
from tenure.work.actions import AlreadyEnded, PlannedTask
from tenure.work.models import Task
from tenure.work.tasks import grouped
from tenure.work.words import Origin, TaskState
from tests.moments import NOON, TODAY

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def call(acme, alice):
    fields = {"title": "Call Zoe", "due_on": TOMORROW, "owner": alice}
    return actions.add_task(customer=acme, fields=fields, by=alice, at=NOON)


def test_a_task_is_late_the_day_after_it_was_due(call):
    assert [call.is_late(TOMORROW + timedelta(days=n)) for n in (0, 1)] == [False, True]


def test_a_template_makes_its_tasks_once(acme, alice):
    steps = [PlannedTask(key=f"s{n}", title=f"Step {n}", due_on=TOMORROW) for n in range(3)]
    told = {"customer": acme, "origin": Origin.ONBOARDING, "by": alice, "at": NOON}

    assert len(actions.add_tasks(tasks=steps[:2], **told)) == 2
    assert [task.title for task in actions.add_tasks(tasks=steps, **told)] == ["Step 2"]
    assert Task.objects.count() == 3


def test_what_is_done_says_by_whom_and_is_opened_again(call, alice):
    assert actions.complete_tasks(tasks=[call.id], note="Reached her", by=alice, at=NOON) == 1
    call.refresh_from_db()
    assert (call.state, call.ended_by, call.note) == (TaskState.DONE, "Alice", "Reached her")

    assert actions.reopen_tasks(tasks=[call.id], by=alice, at=NOON) == 1
    call.refresh_from_db()
    assert (call.state, call.ended_at) == (TaskState.OPEN, None)


def test_a_second_click_changes_nothing(call, alice):
    actions.complete_tasks(tasks=[call.id], by=alice, at=NOON)

    assert actions.complete_tasks(tasks=[call.id], by=alice, at=NOON) == 0


def test_what_ended_is_not_changed(call, alice):
    actions.cancel_tasks(tasks=[call.id], by=alice, at=NOON)

    with pytest.raises(AlreadyEnded):
        actions.change_task(task=call, changes={"title": "x"}, by=alice, at=NOON)
    assert Task.objects.get().title == "Call Zoe"


@pytest.mark.parametrize(("due", "moved"), [(-5, 3), (0, 3), (4, 7)])
def test_it_is_moved_after_today_or_after_its_own_day_ahead(call, alice, due, moved):
    Task.objects.update(due_on=TODAY + timedelta(days=due))
    actions.move_tasks(tasks=[call.id], days=3, by=alice, at=NOON)

    assert Task.objects.get().due_on == TODAY + timedelta(days=moved)


def test_it_is_handed_to_those_who_look_after_customers(call, bob, erin, alice):
    actions.hand_over_tasks(tasks=[call.id], owner=bob, by=alice, at=NOON)
    with pytest.raises(Invalid):
        actions.hand_over_tasks(tasks=[call.id], owner=erin, by=alice, at=NOON)

    assert Task.objects.get().owner == bob


def test_headings_follow_the_days_of_the_week():
    monday = date(2026, 11, 23)
    days = (22, 23, 24, 29, 30)
    tasks = [Task(title=str(day), due_on=date(2026, 11, day)) for day in days]
    later = Task(title="later", due_on=date(2026, 12, 7), priority=Urgency.LOW)

    told = [
        (words, [task.title for task in rows]) for words, rows in grouped([*tasks, later], monday)
    ]
    assert told == [
        ("Overdue", ["22"]), ("Today", ["23"]), ("This week", ["24", "29"]), ("Next week", ["30"]),
        ("Later", ["later"]),
    ]  # fmt: skip
