"""Onboarding: what comes before it, its phases with their tasks, milestones, touchpoints. Plain Python.

Days count from the kickoff, which is day 0; a negative day is before it."""

from collections.abc import Iterable

from tenure.programme.part import Bound, Part, Places, known, no_code_twice, rising
from tenure.programme.words import Owner, TouchpointKind, Urgency


class Step(Part, frozen=True):
    """A task of the template. `playbook` names a section of a document: `onboarding-playbook#go-live`."""

    code: str
    title: str
    day: int
    owner: Owner = Owner.CSM
    hours: float | None = None
    priority: Urgency = Urgency.MEDIUM
    playbook: str = ""


class Phase(Part, frozen=True):
    code: str
    title: str
    when: str
    first_day: int
    last_day: int
    aim: str
    task: tuple[Step, ...]

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError(f"The phase {self.code} ends before it begins.")
        for task in self.task:
            if not self.first_day <= task.day <= self.last_day:
                raise ValueError(
                    f"The task {task.code} on day {task.day} is outside its phase {self.code},"
                    f" days {self.first_day} to {self.last_day}."
                )


SEEN_BY = ("", "USE", "VALUE")


class MilestoneStep(Part, frozen=True, kw_only=True):
    """`phase` names the phase that it ends or belongs to. `seen_by` says which data complete it where a
    customer helps itself: the first day of use, or the first value that was recorded."""

    code: str
    title: str
    day: int
    phase: str
    done_when: tuple[str, ...]
    owner: Owner = Owner.CSM
    priority: Urgency = Urgency.HIGH
    playbook: str = ""
    seen_by: str = ""

    def __post_init__(self) -> None:
        known("seen_by", [self.seen_by], SEEN_BY)


class PlannedContact(Part, frozen=True):
    code: str
    title: str
    kind: TouchpointKind
    day: tuple[int, ...]


class OnboardingTarget(Part, frozen=True, kw_only=True):
    """What an onboarding is measured by. `within_days` counts from the kickoff."""

    code: str
    title: str
    bound: Bound
    unit: str = ""
    within_days: int | None = None


class Risk(Part, frozen=True):
    code: str
    title: str
    sign: str
    answer: str


class Onboarding(Part, frozen=True):
    stuck_after_days: int
    phase: tuple[Phase, ...]
    milestone: tuple[MilestoneStep, ...]
    touchpoint: tuple[PlannedContact, ...]
    target: tuple[OnboardingTarget, ...]
    risk: tuple[Risk, ...]
    self_paced: tuple[MilestoneStep, ...]
    """The milestones of customers who are looked after by nobody: trials."""

    def __post_init__(self) -> None:
        codes: dict[str, Iterable[str]] = {
            "phase": (phase.code for phase in self.phase),
            "task": (task.code for phase in self.phase for task in phase.task),
            "milestone": (milestone.code for milestone in self.milestone),
            "milestone for trials": (milestone.code for milestone in self.self_paced),
            "touchpoint": (touchpoint.code for touchpoint in self.touchpoint),
            "target": (target.code for target in self.target),
            "risk": (risk.code for risk in self.risk),
        }
        places: dict[str, Places] = {
            "milestone for trials": "self_paced",
            "task": [
                f"phase[{number}].task[{index}]"
                for number, phase in enumerate(self.phase)
                for index, _ in enumerate(phase.task)
            ],
        }
        for what, told in codes.items():
            no_code_twice(what, told, places.get(what, what))
        rising("phases", (phase.first_day for phase in self.phase), "phase")
        phases = [phase.code for phase in self.phase]
        for at, milestones in (("milestone", self.milestone), ("self_paced", self.self_paced)):
            rising("milestones", (milestone.day for milestone in milestones), at)
            known("phase", (milestone.phase for milestone in milestones), phases, at)
