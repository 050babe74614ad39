"""Starting an onboarding makes all that the programme says, on working days, once."""

from datetime import date

import pytest

from tenure.customers.models import Customer
from tenure.onboarding.models import Onboarding
from tenure.onboarding.starting import AlreadyUnderWay, start_onboarding
from tenure.plans.models import Milestone
from tenure.programme.in_force import programme
from tenure.work.models import Task, Touchpoint
from tests.moments import NOON

MILESTONES = [
    ("Kickoff complete", date(2026, 12, 1)),
    ("Technical setup complete", date(2026, 12, 15)),
    ("Training complete", date(2026, 12, 21)),
    ("Go-live", date(2026, 12, 22)),
    ("30-day value checkpoint", date(2026, 12, 31)),
    ("60-day optimisation", date(2027, 2, 1)),  # day 60 is a Saturday
    ("90-day success validation", date(2027, 3, 1)),
]


def test_the_seven_milestones_stand_on_their_days(onboarding):
    told = onboarding.plan.milestones.order_by("due_on").values_list("title", "due_on")

    assert list(told) == MILESTONES


def test_every_step_of_the_programme_is_there_on_a_working_day(onboarding, staffed):
    made = programme()
    tasks = Task.objects.filter(customer=staffed)
    touchpoints = Touchpoint.objects.filter(customer=staffed)

    assert tasks.count() == sum(len(phase.task) for phase in made.onboarding.phase)
    assert touchpoints.count() == sum(len(one.day) for one in made.onboarding.touchpoint)
    days = [
        *tasks.values_list("due_on", flat=True),
        *touchpoints.values_list("planned_on", flat=True),
    ]
    assert all(made.calendar.is_working(day) for day in days)


def test_what_comes_before_the_kickoff_stays_before_it(onboarding):
    task = Task.objects.get(title__startswith="Send the questionnaire")

    assert task.due_on == date(2026, 11, 17)
    assert onboarding.plan.starts_on == date(2026, 11, 17)


def test_people_stand_in_for_their_roles(onboarding, alice):
    signed = Task.objects.get(title__startswith="Have the success plan signed")
    setup = Milestone.objects.get(title="Technical setup complete")

    assert (signed.owner, signed.owner_role) == (alice, "SPONSOR")
    assert setup.owner == "Onboarding specialist"
    assert Milestone.objects.get(title="Go-live").owner == "Alice"


def test_the_customer_and_its_profile_say_so(onboarding):
    customer = Customer.objects.select_related("success_profile").get()
    profile = customer.success_profile

    assert customer.status == "ONBOARDING"
    assert (profile.onboarding_status, profile.onboarding_starts_on) == (
        "IN_PROGRESS",
        date(2026, 12, 1),
    )


def test_a_double_click_starts_one(onboarding, staffed, alice):
    tasks = Task.objects.count()
    with pytest.raises(AlreadyUnderWay):
        start_onboarding(customer=staffed, kickoff_on=date(2026, 12, 2), by=alice, at=NOON)

    assert (Onboarding.objects.count(), Task.objects.count()) == (1, tasks)


def test_a_trial_helps_itself(staffed, alice):
    Customer.objects.update(tier="TRIAL")
    made = start_onboarding(customer=staffed, kickoff_on=date(2026, 12, 5), by=alice, at=NOON)

    assert made.is_self_paced
    assert made.kickoff_on == date(2026, 12, 7)  # the 5th is a Saturday
    assert [step.code for step in made.plan.milestones.order_by("due_on")] == [
        "first_sign_in", "own_data", "first_value",
    ]  # fmt: skip
    assert not Task.objects.exists()
