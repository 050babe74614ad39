"""What we propose, what was decided, and what comes next."""

from collections.abc import Sequence
from typing import Any

from tenure.foundation.web.templatetags.saying import short_day
from tenure.health.explanation import Recovery
from tenure.portfolio.deck.parts import Grid, Part, Points, Slide
from tenure.portfolio.reviewing.since import UNTOLD, Since
from tenure.reviews.models import BusinessReview

MOST_WAYS, MOST_LATE, MOST_ROWS, ROOM = 3, 3, 6, 5


def proposal(since: Since) -> Slide | None:
    """From the data: what would lift the score, what is late, what is still open."""
    view, plans = since.health, since.plans
    ways = _ways(view.recovery)[:MOST_WAYS] if view and view.recovery else []
    found: list[Part] = [Points(ways, "What would raise the score")] if ways else []
    steps = [
        f"{step.title}, was due on {short_day(step.due_on)}" for step in plans.late[:MOST_LATE]
    ]
    steps += [f"{step.title}, by {short_day(step.due_on)}" for step in plans.ahead[:MOST_LATE]]
    right: list[Part] = [Points(steps, "Next in the plan")] if steps else []
    day = since.customer.next_renewal_on
    if day and 0 <= (day - since.last).days <= 365:
        right.append(Points([f"The contract renews on {day:%-d %B %Y}"], "Coming up"))
    if not found and not right:
        return None
    if not found:
        found, right = right, []
    return Slide(
        "What we propose", found, right, share=0.55 if right else 1,
        source="Proposed from health, plan and contract; change it as you see it.",
    )  # fmt: skip


def _ways(recovery: Recovery) -> list[str]:
    told = [way for way in (*recovery.easiest, recovery.joint) if way]
    return [
        recovery.say(way)
        for way in told
        if not {move.measure.code for move in way.moves} & {*UNTOLD}
    ]


def decisions(since: Since, review: BusinessReview | None) -> Slide:
    """What was decided, of a review that was held; before it, what is still open and room to write."""
    if review is not None:
        return _held(review)
    left: list[Part] = []
    if since.before and since.before.decisions:
        day = short_day(since.before.reviewed_at)
        left.append(Points(since.before.decisions[:MOST_ROWS], f"Decided on {day}"))
    if since.open_items:
        rows = [(task.title, task.owner.name if task.owner else task.get_owner_role_display(),
                 short_day(task.due_on)) for task in since.open_items[:MOST_ROWS]]  # fmt: skip
        left.append(Grid(("Still open from last time", "By whom", "By when"), rows, (3, 1.5, 1)))
    room = Grid(("To decide today", "By whom", "By when"), [(" ", " ", " ")] * ROOM, (3, 1.5, 1))
    return Slide("Decisions and next steps", left or [room], [room] if left else [],
                 share=0.5 if left else 1)  # fmt: skip


def _held(review: BusinessReview) -> Slide:
    left: list[Part] = []
    if review.decisions:
        left.append(Points(review.decisions, "Decided"))
    if review.next_steps:
        left.append(Points(review.next_steps, "Next steps"))
    rows = [_item(one) for one in _listed(review.action_items)][:MOST_ROWS]
    right: list[Part] = (
        [Grid(("To be done", "By whom", "By when"), rows, (3, 1.5, 1.2))] if rows else []
    )
    if not left and not right:
        left = [Points(["Nothing was decided."])]
    day = f"{review.follow_up_on:%-d %B %Y}" if review.follow_up_on else None
    return Slide(
        "Decisions and next steps", left or right, right if left else [],
        share=0.45 if left and right else 1, source=f"Followed up on {day}." if day else "",
    )  # fmt: skip


def _listed(kept: Any) -> Sequence[Any]:
    return kept if isinstance(kept, list) else [kept] if kept else []


def _item(one: Any) -> tuple[str, str | None, str | None]:
    if isinstance(one, dict) and "title" in one:
        return (
            str(one["title"]),
            str(one.get("owner") or "") or None,
            str(one.get("dueDate") or "") or None,
        )
    return str(one), None, None
