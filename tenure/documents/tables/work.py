"""Tables of onboarding, reviews, escalation, templates of plans and the calendar. Plain Python."""

from collections.abc import Iterable

from tenure.documents.tables.table import Table
from tenure.programme.escalation import Flag
from tenure.programme.saying import bound, plain
from tenure.programme.whole import Programme


def phases(programme: Programme) -> Table:
    return Table(
        ("Phase", "When", "What for"),
        [(phase.title, phase.when, phase.aim) for phase in programme.onboarding.phase],
    )


def tasks(programme: Programme, code: str) -> Table:
    """The tasks of one phase of onboarding."""
    phase = next(phase for phase in programme.onboarding.phase if phase.code == code)
    return Table(
        ("Task", "Day", "Who"),
        [
            (step.title + (f", {plain(step.hours)} h" if step.hours else ""), str(step.day), step.owner.label)
            for step in phase.task
        ],
    )  # fmt: skip


def milestones(programme: Programme) -> Table:
    return Table(
        ("Milestone", "Day", "Done when", "Who"),
        [
            (one.title, str(one.day), "; ".join(one.done_when), one.owner.label)
            for one in programme.onboarding.milestone
        ],
    )


def touchpoints(programme: Programme) -> Table:
    return Table(
        ("Touchpoint", "How", "Days"),
        [
            (one.title, one.kind.label.lower(), ", ".join(map(str, one.day)))
            for one in programme.onboarding.touchpoint
        ],
    )


def onboarding_targets(programme: Programme) -> Table:
    return Table(
        ("What is measured", "Target"),
        [(one.title, bound(one.bound, one.unit)) for one in programme.onboarding.target],
    )


def risks(programme: Programme) -> Table:
    return Table(
        ("Risk", "How it shows", "What to do"),
        [(one.title, one.sign, one.answer) for one in programme.onboarding.risk],
    )


def escalation(programme: Programme) -> Table:
    def by_when(hours: float | None, working_days: int | None) -> str:
        if hours == 0:
            return "at once"
        return plain(hours, "hours") if hours is not None else plain(working_days, "working days")

    return Table(
        ("Level", "Who", "Answer within", "Reached when", "Does"),
        [
            (f"{one.number}. {one.title}", one.who.label, by_when(one.hours, one.working_days),
             one.reached_when, one.does)
            for one in programme.escalation.level
        ],
    )  # fmt: skip


def red_flags(programme: Programme) -> Table:
    return _flags("Red flag", programme.escalation.red_flag)


def expansion_signals(programme: Programme) -> Table:
    return _flags("Sign of expansion", programme.escalation.expansion_signal)


def _flags(title: str, flags: Iterable[Flag]) -> Table:
    return Table((title, "What it says"), [(flag.title, flag.says) for flag in flags])


def reviews(programme: Programme) -> Table:
    return Table(
        ("Review", "Minutes", "Who comes", "Agenda", "Prepared", "Followed up within"),
        [
            (one.title, str(one.minutes), ", ".join(who.label for who in one.attendees),
             "; ".join(one.agenda), f"{plain(one.prepared_days_before)} days before",
             plain(one.followed_up_within_days, "days"))
            for one in programme.reviews.review
        ],
    )  # fmt: skip


def plans(programme: Programme) -> Table:
    return Table(
        ("Plan", "Days", "What for", "Milestones"),
        [
            (one.title, str(one.days), one.says, "; ".join(f"{m.title} (day {m.day})" for m in one.milestone))
            for one in programme.plans.template
        ],
    )  # fmt: skip


def calendar(programme: Programme) -> Table:
    told = programme.calendar
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    days = ", ".join(names[number - 1] for number in told.working_weekdays)
    return Table(
        ("What", "How it is"),
        [
            ("Working days", days),
            ("Open", f"{told.opens:%H:%M} to {told.closes:%H:%M}, {told.time_zone}"),
            ("Public holidays", " ".join(filter(None, (told.country, told.region))) or "none are named"),
            ("Own holidays", ", ".join(f"{one.title} ({one.day})" for one in told.holiday) or "none"),
        ],
    )  # fmt: skip
