"""The timeline, and who agreed to it."""

from tenure.foundation.paper.parts import Bars, Rows, Section, Signatures, Words
from tenure.foundation.web.templatetags.saying import day, short_day
from tenure.plans.standing import Signed
from tenure.plans.view import PlanView, StepShown


def timeline(view: PlanView) -> Section:
    steps = [step for step in view.steps if step.milestone in view.agreed]
    table = Rows(
        columns=("Due", "Milestone", "Who", "Done when", "Deliverables"),
        widths=(1.1, 2, 1.3, 2, 2),
        rows=[_row(step) for step in steps],
    )
    if not steps:
        return Section("Timeline", [table])
    marks = [(month.name, month.year, month.at) for month in view.line.months]
    bars = Bars(rows=[_bar(step) for step in steps], marks=marks, today=view.line.today)
    return Section("Timeline", [bars, table])


def _row(step: StepShown) -> tuple[str | None, ...]:
    one = step.milestone
    after = [f"after “{before.title}”" for before in step.after]
    done = [f"{text} ✓" if is_done else text for text, is_done in step.deliverables]
    return (
        day(one.due_on),
        one.title,
        one.owner or None,
        "; ".join([*one.done_when, *after]) or None,
        "; ".join(done) or None,
    )


def _bar(step: StepShown) -> dict[str, str]:
    one, bar = step.milestone, step.bar
    state = "done" if one.is_completed else "over" if step.days_late else "open"
    when = {
        "done": f"done {short_day(one.completed_on)}",
        "over": f"{step.days_late} d late",
        "open": short_day(one.due_on),
    }
    return {
        "label": one.title, "left": bar.left, "wide": bar.wide, "due": bar.due, "mark": bar.mark,
        "over": bar.over, "state": state, "when": when[state],
    }  # fmt: skip


def signed(view: PlanView) -> Section:
    """Lines to sign on, where nobody signed what the plan says now."""
    standing = view.standing
    lines = [(f"For {one.side.label.lower()}", _who(one)) for one in standing.signed]
    changed = standing.changed_since
    words = f"Changed since version {changed}, the last that was signed." if changed else ""
    return Section("Signed", [*([Words(words)] if words else []), Signatures(lines)])


def _who(one: Signed) -> str:
    signature = one.sign_off
    if signature is None or one.has_changed:
        return ""
    return ", ".join(filter(None, (signature.name, signature.role, day(signature.signed_on))))
