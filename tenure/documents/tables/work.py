"""Tables of onboarding, escalation and customers at risk. Plain Python."""

from collections.abc import Iterable

from tenure.documents.tables.table import Table
from tenure.programme.escalation import Flag
from tenure.programme.onboarding import MilestoneStep
from tenure.programme.saying import bound, plain
from tenure.programme.whole import Programme


def phases(programme: Programme) -> Table:
    return Table(
        ("Phase", "When", "What for"),
        [(phase.title, phase.when, phase.aim) for phase in programme.onboarding.phase],
    )


def tasks(programme: Programme, code: str) -> Table:
    """The tasks of one phase of onboarding."""
    phases = [phase for phase in programme.onboarding.phase if phase.code == code]
    if not phases:
        raise LookupError(f"The onboarding has no phase {code}.")
    return Table(
        ("Task", "Day", "Who"),
        [
            (step.title + (f", {plain(step.hours)} h" if step.hours else ""), str(step.day), step.owner.label)
            for step in phases[0].task
        ],
    )  # fmt: skip


def milestones(programme: Programme) -> Table:
    return _milestones(programme.onboarding.milestone)


def self_paced(programme: Programme) -> Table:
    return _milestones(programme.onboarding.self_paced)


def _milestones(steps: Iterable[MilestoneStep]) -> Table:
    return Table(
        ("Milestone", "Day", "Done when", "Who"),
        [(one.title, str(one.day), "; ".join(one.done_when), one.owner.label) for one in steps],
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


def assessment(programme: Programme) -> Table:
    steps = programme.escalation.at_risk.assessment
    return Table(
        ("Task of the assessment", "Day", "Who"),
        [(step.title, str(step.day), step.owner.label) for step in steps],
    )


def asking(programme: Programme) -> Table:
    """How often advocates are asked, and how long they are left in peace."""
    told = programme.advocacy.limits
    return Table(
        ("Who is left in peace", "How long, or how often"),
        [
            ("One person, in a quarter", plain(told.asks_a_quarter, "asks at most")),
            ("All of a customer, in a quarter", plain(told.asks_a_quarter_of_customer, "asks at most")),
            ("After an ask", plain(told.rest_after_ask, "days")),
            ("After a favour", plain(told.rest_after_favour, "days")),
            ("After a refusal", plain(told.rest_after_refusal, "days")),
        ],
    )  # fmt: skip


def reference_fit(programme: Programme) -> Table:
    told = programme.advocacy.fit
    return Table(
        ("What makes a reference fit", "Points", "All of them when"),
        [
            ("Industry", str(told.industry), "it is the same"),
            ("Tier", str(told.tier), "it is the same; half of them next to it"),
            ("Use case", str(told.use_case), "each word stands in its objective or tags"),
            ("Health", str(told.health), f"100 for 90 days; none at {told.healthy_from}"),
            ("Rested", str(told.rested), f"not asked for {told.rested_days} days"),
        ],
    )  # fmt: skip
