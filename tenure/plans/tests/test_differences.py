"""What differs between two versions, in words."""

from datetime import date
from decimal import Decimal

from tenure.plans import actions
from tenure.plans.differences import Difference, differences
from tests.moments import NOON


def told(plan) -> list[Difference]:
    first, *_, last = plan.versions.order_by("number")
    return differences(first.content, last.content)


def test_what_was_changed_stands_with_before_and_after(plan, kickoff, alice):
    by = {"by": alice, "at": NOON}
    actions.change_plan(plan=plan, changes={"plan_type": "ANNUAL"}, **by)
    actions.change_milestone(milestone=kickoff, changes={"due_on": date(2026, 12, 2)}, **by)
    training = plan.milestones.get(title="Training")
    actions.order_milestone(milestone=training, after=[kickoff.id], **by)

    assert told(plan) == [
        Difference("Plan", "Type", "Onboarding", "Annual"),
        Difference("Milestone “Kickoff”", "Due", "1 December 2026", "2 December 2026"),
        Difference("Milestone “Training”", "After", "", "“Kickoff”"),
    ]


def test_what_came_and_went_is_named(plan, kickoff, alice):
    by = {"by": alice, "at": NOON}
    fields = {"title": "Use", "target": Decimal(5)}
    goal = actions.add_objective(plan=plan, fields=fields, **by)
    actions.change_objective(objective=goal, changes={"target": Decimal(6)}, **by)
    actions.add_milestone(plan=plan, fields={"title": "Live", "due_on": date(2027, 1, 4)}, **by)
    actions.change_milestone(milestone=kickoff, changes={"status": "CANCELLED"}, **by)

    assert told(plan) == [
        Difference("Objective “Use”", "Added", "", "yes"),
        Difference("Milestone “Live”", "Added", "", "for 4 January 2027"),
        Difference("Milestone “Kickoff”", "Taken out", "was there", ""),
    ]
