"""The success plan: objectives and milestones."""

from tenure.foundation.web.templatetags.saying import short_day
from tenure.plans.models import Milestone, Objective
from tenure.plans.queries import percent_of
from tenure.portfolio.deck.parts import Figure, Figures, Grid, Part, Slide
from tenure.portfolio.reviewing.since import Since
from tenure.portfolio.reviewing.worth import number

MOST_ROWS = 8


def plan(since: Since) -> Slide | None:
    plans = since.plans
    if plans.plan is None and not plans.steps:
        return None
    done, late = plans.completed, plans.late
    figures = Figures([
        Figure(str(len(done)), "completed", f"since {short_day(since.first)}", "good" if done else ""),
        Figure(str(len(late)), "late", "", "bad" if late else ""),
        Figure(str(len(plans.ahead)), "ahead"),
    ])  # fmt: skip
    objectives = _objectives(plans.objectives)
    steps = _steps(late, plans.ahead, list(reversed(done)))
    title = f"The plan: {plans.plan.title}" if plans.plan else "The plan"
    return Slide(
        title,
        [figures, *objectives] if objectives else [figures, steps],
        [steps] if objectives else [],
        share=0.55 if objectives else 1,
        source="Success plan: late ones first, then those ahead, then what was completed.",
    )


def _objectives(found: list[Objective]) -> list[Part]:
    if not found:
        return []
    rows = [
        (one.title, _value(one, one.baseline), _value(one, one.current), _value(one, one.target),
         None if percent_of(one) is None else f"{percent_of(one)}%")
        for one in found[:MOST_ROWS]
    ]  # fmt: skip
    return [
        Grid(
            ("Objective", "From", "Now", "Target", "Progress"),
            rows,
            (2, 1.3, 1.3, 1.3, 1.4),
            (1, 2, 3, 4),
        )
    ]


def _value(one: Objective, value: object) -> str | None:
    if value is None:
        return None
    unit = one.unit if len(one.unit) <= 2 else ""
    return f"{number(value)}{unit}"  # type: ignore[arg-type]  # a Decimal of the column


def _steps(late: list[Milestone], ahead: list[Milestone], done: list[Milestone]) -> Grid:
    rows = [
        *((step.title, "late", short_day(step.due_on)) for step in late),
        *((step.title, "ahead", short_day(step.due_on)) for step in ahead),
        *((step.title, "completed", short_day(step.completed_on)) for step in done),
    ]
    return Grid(("Milestone", "State", "Day"), rows[:MOST_ROWS], (3.2, 1.3, 1.5), right=(2,))
