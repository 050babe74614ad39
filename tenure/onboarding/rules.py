"""How an onboarding goes: its phase, progress, lateness, and whether it is stuck. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tenure.programme.calendar import Calendar
from tenure.programme.onboarding import Onboarding as Template
from tenure.programme.working import working_days_between


@dataclass(frozen=True)
class Step:
    """A milestone or task: when it is due, and when it was completed; left out where cancelled."""

    phase: str
    title: str
    due_on: date
    done_on: date | None
    is_milestone: bool
    playbook: str = ""


@dataclass(frozen=True)
class PhaseProgress:
    code: str
    title: str
    done: int
    of: int


@dataclass(frozen=True)
class Progress:
    """How far an onboarding is on a day."""

    phase: str
    phases: tuple[PhaseProgress, ...]
    done: int
    of: int
    next: Step | None
    late: tuple[Step, ...]
    days_late: int
    moved_on: date
    is_stuck: bool

    @property
    def percent(self) -> int:
        return round(100 * self.done / self.of) if self.of else 0


def progress(
    steps: Sequence[Step], kickoff: date, today: date, template: Template, calendar: Calendar
) -> Progress:
    """Stuck: something is late, and nothing was completed for more than so many working days."""
    open_ = sorted((s for s in steps if s.done_on is None), key=lambda s: (s.due_on, s.title))
    milestones = [step for step in open_ if step.is_milestone]
    late = tuple(step for step in open_ if step.due_on < today)
    first = min((step.due_on for step in steps), default=kickoff)
    moved_on = max((step.done_on for step in steps if step.done_on), default=min(first, today))
    still = working_days_between(calendar, moved_on, today)
    phases = tuple(_phase(phase.code, phase.title, steps) for phase in template.phase)
    return Progress(
        phase=_phase_now(milestones, kickoff, today, template),
        phases=tuple(phase for phase in phases if phase.of),
        done=sum(step.done_on is not None for step in steps),
        of=len(steps),
        next=milestones[0] if milestones else None,
        late=late,
        days_late=max(
            ((today - step.due_on).days for step in milestones if step in late), default=0
        ),
        moved_on=moved_on,
        is_stuck=bool(late) and still > template.stuck_after_days,
    )


def _phase(code: str, title: str, steps: Sequence[Step]) -> PhaseProgress:
    own = [step for step in steps if step.phase == code]
    return PhaseProgress(code, title, sum(step.done_on is not None for step in own), len(own))


def _phase_now(milestones: Sequence[Step], kickoff: date, today: date, template: Template) -> str:
    """The phase of the next milestone; before the kickoff the first phase of the programme."""
    if today < kickoff:
        return template.phase[0].code
    return milestones[0].phase if milestones else template.phase[-1].code
