"""An agenda proposed from what changed since the last review. Each line says from what it comes."""

from collections.abc import Iterator

from django.urls import reverse

from tenure.foundation.web.templatetags.saying import short_day, signed
from tenure.health.verdict import happening
from tenure.portfolio.reviewing.months import UsageMonth
from tenure.portfolio.reviewing.since import UNTOLD, Since
from tenure.portfolio.reviewing.worth import much
from tenure.programme.in_force import programme
from tenure.programme.words import Cadence
from tenure.reviews.lines import LONGEST_LINE, AgendaLine
from tenure.reviews.models import ReviewType

NAMED = 3
"""Things of a kind that a line names; the others are counted."""
LEAST_MOVE = 0.05


def propose_agenda(since: Since, kind: ReviewType) -> list[AgendaLine]:
    """What the programme wants to be talked about, then what is new."""
    usual = programme().reviews.kind(Cadence(kind.value)) if Cadence.has(kind.value) else None
    lines = [
        *(AgendaLine(text, "Programme") for text in (usual.agenda if usual else ())),
        *_last_time(since), *_value(since), *_health(since), *_usage(since), *_plan(since),
        *_support(since), *_renewal(since),
    ]  # fmt: skip
    return [AgendaLine(one.text[:LONGEST_LINE], one.source, one.rows) for one in lines]


def _last_time(since: Since) -> Iterator[AgendaLine]:
    if since.before is not None:
        rows = reverse("held-review", args=[since.before.id])
        day = short_day(since.before.reviewed_at)
        for decision in since.before.decisions:
            yield AgendaLine(f"Decided on {day}: {decision}", "Last review", rows)
    for task in since.open_items:
        who = task.owner.name if task.owner else task.get_owner_role_display()
        late = ", late" if task.is_late(since.last) else ""
        words = f"Still open: {task.title} ({who}, due {short_day(task.due_on)}{late})"
        yield AgendaLine(words, "Action items", reverse("task", args=[task.id]))


def _value(since: Since) -> Iterator[AgendaLine]:
    rows = reverse("customer-onboarding", args=[since.customer.id]) + "#value"
    for entry in since.new_values:
        by = f", confirmed by {entry.confirmed_by}" if entry.confirmed_by else ", not yet confirmed"
        yield AgendaLine(f"Achieved: {entry.what}{much(entry, ': ')}{by}", "Value", rows)


def _health(since: Since) -> Iterator[AgendaLine]:
    view = since.health
    if view is None:
        return
    rows = reverse("customer-health", args=[since.customer.id])
    if view.before and view.moved:
        went = "rose" if view.moved > 0 else "fell"
        words = f"Health {went} from {view.before.score} to {view.now.score}"
    else:
        words = f"Health is {view.now.score}, {view.now.level.label.lower()}"
    yield AgendaLine(words, "Health", f"{rows}?from={since.first}&to={since.last}")
    changed = [r for group in view.groups for r in group.readings if r.change and r.changed]
    changed = [r for r in changed if r.measure.code not in UNTOLD]
    changed = [r for r in changed if abs(r.change or 0) >= 1 and r.figure != r.figure_before]
    for reading in sorted(changed, key=lambda r: -abs(r.change or 0))[:NAMED]:
        change = round(reading.change or 0)
        words = f"{happening(reading)} ({signed(change)} point{'' if abs(change) == 1 else 's'})"
        yield AgendaLine(words, "Health", view.rows_of.get(reading.measure.code, rows))


def _usage(since: Since) -> Iterator[AgendaLine]:
    """The last complete month against the one before the review of last time."""
    months = [month for month in since.usage if month.users is not None]
    before = [month for month in months if month.first < since.first.replace(day=1)]
    if not before or months[-1] is before[-1]:
        return
    was, now = before[-1], months[-1]
    if _moved(was, now):
        rows = reverse("customer-records", args=[since.customer.id, "usage"])
        words = (
            f"{now.users:.0f} people use it on a working day in {now.first:%B}, "
            f"{was.users:.0f} in {was.first:%B}"
        )
        yield AgendaLine(words, "Usage", rows)


def _moved(was: UsageMonth, now: UsageMonth) -> bool:
    before, after = was.users or 0, now.users or 0
    return abs(after - before) > LEAST_MOVE * max(before, 1)


def _plan(since: Since) -> Iterator[AgendaLine]:
    plans = since.plans
    all_ = reverse("customer-records", args=[since.customer.id, "plans"])
    rows = reverse("plan", args=[plans.plan.id]) if plans.plan else all_
    if plans.completed:
        yield AgendaLine(f"Completed: {_named([s.title for s in plans.completed])}", "Plan", rows)
    for step in plans.late:
        days = (since.last - step.due_on).days
        words = f"Late by {days} day{'' if days == 1 else 's'}: {step.title}"
        yield AgendaLine(words, "Plan", reverse("plan", args=[step.plan_id]))


def _support(since: Since) -> Iterator[AgendaLine]:
    support = since.support
    rows = reverse("customer-records", args=[since.customer.id, "tickets"])
    if support.tickets:
        words = (
            f"Support: {len(support.opened)} opened, {len(support.solved)} solved, "
            f"{len(support.still_open)} open now"
        )
        yield AgendaLine(words, "Tickets", rows)
    if support.slow:
        subjects = list(dict.fromkeys(clock.ticket.subject for clock in support.slow))
        yield AgendaLine(f"Slower than promised: {_named(subjects)}", "Tickets", rows)


def _renewal(since: Since) -> Iterator[AgendaLine]:
    day = since.customer.next_renewal_on
    if day and 0 <= (day - since.last).days <= 180:
        rows = reverse("customer-records", args=[since.customer.id, "contracts"])
        words = f"Renewal on {day:%-d %B %Y}, in {(day - since.last).days} days"
        yield AgendaLine(words, "Contract", rows)


def _named(titles: list[str]) -> str:
    more = len(titles) - NAMED
    told = "; ".join(titles[:NAMED])
    return f"{told}; and {more} more" if more > 0 else told
