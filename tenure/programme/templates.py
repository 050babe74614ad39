"""Templates of success plans: milestones, tasks and objectives on days from a plan's start. Plain Python."""

from tenure.programme.onboarding import Step
from tenure.programme.part import Part, known, no_code_twice, rising
from tenure.programme.words import Owner, Urgency


class TemplateMilestone(Part, frozen=True, kw_only=True):
    """`after` names milestones of the same template that must be complete first; `done_when` says
    what must be true before this one is."""

    code: str
    title: str
    day: int
    owner: Owner = Owner.CSM
    priority: Urgency = Urgency.MEDIUM
    deliverables: tuple[str, ...] = ()
    done_when: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    playbook: str = ""


class TemplateObjective(Part, frozen=True):
    """What to reach; `metric` is a code of metrics.toml where one measures it."""

    title: str
    unit: str = ""
    metric: str = ""


class PlanTemplate(Part, frozen=True, kw_only=True):
    """`plan_type` is one of QUARTERLY, ANNUAL, EXPANSION, RECOVERY; onboarding has its own file."""

    code: str
    plan_type: str
    title: str
    says: str
    days: int
    objective: tuple[TemplateObjective, ...] = ()
    milestone: tuple[TemplateMilestone, ...]
    task: tuple[Step, ...] = ()

    def __post_init__(self) -> None:
        known("type of plan", [self.plan_type], ("QUARTERLY", "ANNUAL", "EXPANSION", "RECOVERY"))
        no_code_twice("milestone", (milestone.code for milestone in self.milestone))
        no_code_twice("task", (task.code for task in self.task))
        rising("milestones", (milestone.day for milestone in self.milestone))
        seen: list[str] = []
        for milestone in self.milestone:
            known(f"earlier milestone for {milestone.code},", milestone.after, seen)
            seen.append(milestone.code)
        days = [(one.code, one.day) for one in self.milestone]
        days += [(one.code, one.day) for one in self.task]
        for code, day in days:
            if not 0 <= day <= self.days:
                raise ValueError(f"{code} on day {day} is outside the {self.days} days.")


class PlanTemplates(Part, frozen=True):
    template: tuple[PlanTemplate, ...]

    def __post_init__(self) -> None:
        no_code_twice("template", (template.code for template in self.template), "template")

    def named(self, code: str) -> PlanTemplate:
        return next(template for template in self.template if template.code == code)

    def of_type(self, plan_type: str) -> tuple[PlanTemplate, ...]:
        return tuple(one for one in self.template if one.plan_type == plan_type)
