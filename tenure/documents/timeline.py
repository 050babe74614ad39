"""An onboarding, or a plan, as a line of days with what happens on each. Plain Python."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tenure.programme.onboarding import MilestoneStep, Onboarding, Phase, Step
from tenure.programme.saying import plain
from tenure.programme.templates import PlanTemplate, TemplateMilestone

KINDS = ("milestone", "task", "touchpoint")


@dataclass(frozen=True, order=True)
class Entry:
    day: int
    kind: str
    title: str
    who: str = ""
    about: str = ""
    playbook: str = ""

    @property
    def leads_to(self) -> tuple[str, str]:
        """The document and the section."""
        code, _, section = self.playbook.partition("#")
        return code, section


@dataclass(frozen=True)
class Stretch:
    """A phase: its bar among `days` of the whole, from `first`, and what happens in it."""

    title: str
    when: str
    aim: str
    first: int
    days: int
    marks: tuple[int, ...]
    entries: tuple[Entry, ...]


def of_onboarding(onboarding: Onboarding) -> list[Stretch]:
    entries = sorted(_entries(onboarding))
    begin = onboarding.phase[0].first_day
    return [
        Stretch(
            title=phase.title,
            when=phase.when,
            aim=phase.aim,
            first=phase.first_day - begin,
            days=phase.last_day - phase.first_day + 1,
            marks=tuple(one.day - begin for one in _in(phase, onboarding)),
            entries=tuple(one for one in entries if _phase_of(one, onboarding) is phase),
        )
        for phase in onboarding.phase
    ]


def of_plan(template: PlanTemplate) -> list[Entry]:
    return sorted([*map(_milestone, template.milestone), *map(_task, template.task)])


def span(onboarding: Onboarding) -> int:
    """Days from the beginning of the first phase to the end of the last."""
    ends = [phase.last_day for phase in onboarding.phase]
    return max(ends) - onboarding.phase[0].first_day + 1


def _in(phase: Phase, onboarding: Onboarding) -> Iterable[MilestoneStep]:
    return (one for one in onboarding.milestone if one.phase == phase.code)


def _entries(onboarding: Onboarding) -> Iterator[Entry]:
    for phase in onboarding.phase:
        yield from map(_task, phase.task)
    yield from map(_milestone, onboarding.milestone)
    for contact in onboarding.touchpoint:
        for day in contact.day:
            yield Entry(day, "touchpoint", contact.title, about=contact.kind.label.lower())


def _phase_of(entry: Entry, onboarding: Onboarding) -> Phase:
    """Tasks and milestones say theirs; a touchpoint is in the phase that has begun last."""
    for phase in onboarding.phase:
        if entry.kind == "task" and entry.title in (task.title for task in phase.task):
            return phase
        if entry.kind == "milestone" and entry.title in (m.title for m in _in(phase, onboarding)):
            return phase
    begun = [phase for phase in onboarding.phase if phase.first_day <= entry.day]
    return begun[-1] if begun else onboarding.phase[0]


def _task(step: Step) -> Entry:
    hours = f"{plain(step.hours)} h" if step.hours else ""
    return Entry(step.day, "task", step.title, step.owner.label, hours, step.playbook)


def _milestone(step: MilestoneStep | TemplateMilestone) -> Entry:
    told = step.done_when if isinstance(step, MilestoneStep) else step.deliverables
    about = "; ".join(told)
    return Entry(step.day, "milestone", step.title, step.owner.label, about, step.playbook)
