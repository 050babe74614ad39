"""What the page of an onboarding shows."""

from typing import Any

from django.http import HttpRequest

from tenure.customers.models import Customer
from tenure.foundation.web.templatetags.saying import today
from tenure.onboarding.forms import MoveForm, ReasonForm, StartForm
from tenure.onboarding.kpis import kpis_of
from tenure.onboarding.models import Onboarding, ValueEntry
from tenure.onboarding.planning import blueprint
from tenure.onboarding.queries import progress_of
from tenure.plans.roles import Roles
from tenure.programme.in_force import programme
from tenure.programme.words import Tier
from tenure.work.models import Task, Touchpoint
from tenure.work.words import TaskState

VALUES_SHOWN = 20


def values(customer: Customer) -> Any:
    return ValueEntry.objects.filter(customer=customer).order_by("-achieved_on")[:VALUES_SHOWN]


def standing(onboarding: Onboarding) -> dict[str, Any]:
    key = f"{onboarding.id}:"
    day, titles = today(), {p.code: p for p in programme().onboarding.phase}
    tasks = Task.objects.filter(customer_id=onboarding.customer_id, origin_key__startswith=key)
    steps = list(onboarding.plan.milestones.order_by("due_on", "id"))
    by_phase: dict[str, list[Task]] = {}
    for task in tasks.select_related("owner").order_by("due_on", "id"):
        by_phase.setdefault(task.origin_key.split(":")[1], []).append(task)
    codes = list(dict.fromkeys([*titles, *by_phase, *(step.phase for step in steps)]))
    phases = [
        (titles.get(code), code, own, todo, all(s.is_completed for s in own) and not any(
            task.state == TaskState.OPEN for task in todo))
        for code in codes
        for own, todo in [([s for s in steps if s.phase == code], by_phase.get(code, []))]
        if own or todo
    ]  # fmt: skip
    return {
        "onboarding": onboarding,
        "progress": progress_of([onboarding], day)[onboarding.id],
        "day_number": ((onboarding.paused_on or day) - onboarding.kickoff_on).days,
        "phases": phases,
        "ahead": Touchpoint.objects.filter(
            customer_id=onboarding.customer_id, state="PLANNED", origin_key__startswith=key
        ).order_by("planned_on")[:5],
        "kpis": kpis_of([onboarding.id]),
        "day": day,
        "reason_form": ReasonForm(),
        "move_form": MoveForm(initial={"carries": True}),
    }


def preview(request: HttpRequest, customer: Customer) -> dict[str, Any]:
    form = StartForm(request.GET if "kickoff_on" in request.GET else None,
                     initial={"kickoff_on": customer.contract_starts_on})  # fmt: skip
    kickoff = form.cleaned_data["kickoff_on"] if form.is_bound and form.is_valid() else None
    if kickoff is None:
        kickoff = max(customer.contract_starts_on, today())
        form.initial["kickoff_on"] = kickoff
    made = blueprint(Tier(customer.tier), kickoff, Roles.at(customer), programme())
    return {"form": form, "blueprint": made, "kickoff": made.kickoff_on}
