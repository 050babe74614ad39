"""What a plan is to reach: said, measured, dropped."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import refuse_changed, save
from tenure.foundation.refusals import Invalid
from tenure.plans.contents import matters
from tenure.plans.keeping import keep_version
from tenure.plans.models import Measurement, Objective, SuccessPlan
from tenure.plans.settling import locked, touch
from tenure.programme.in_force import programme


@deed("objective.added", "added the objective “{objective}” to “{plan}” of {subject}")
def add_objective(
    *, plan: SuccessPlan, fields: Mapping[str, Any], by: Author, at: datetime
) -> Objective:
    plan = locked(plan.id)
    objective = Objective(plan=plan, created_at=at, **fields)
    _refuse_unknown_metric(objective.metric)
    save(objective)
    touch(plan.id)
    keep_version(plan, by, at)
    _tell(plan, objective)
    return objective


@deed("objective.changed", "changed the objective “{objective}” of “{plan}” of {subject}")
def change_objective(
    *,
    objective: Objective,
    changes: Mapping[str, Any],
    seen_at: datetime | None = None,
    by: Author,
    at: datetime,
) -> Objective:
    plan, objective = _locked(objective)
    refuse_changed(objective, seen_at)
    differing = {name: new for name, new in changes.items() if getattr(objective, name) != new}
    if "metric" in differing:
        _refuse_unknown_metric(differing["metric"])
    _change(plan, objective, differing, by, at)
    _tell(plan, objective)
    return objective


@deed("objective.dropped", "dropped the objective “{objective}” of “{plan}” of {subject}")
def drop_objective(*, objective: Objective, by: Author, at: datetime) -> Objective:
    """It is not aimed at any more; what was measured of it stays."""
    plan, objective = _locked(objective)
    _change(plan, objective, {} if objective.dropped_on else {"dropped_on": at.date()}, by, at)
    _tell(plan, objective)
    return objective


@deed("objective.restored", "took up the objective “{objective}” of “{plan}” of {subject} again")
def restore_objective(*, objective: Objective, by: Author, at: datetime) -> Objective:
    plan, objective = _locked(objective)
    _change(plan, objective, {"dropped_on": None} if objective.dropped_on else {}, by, at)
    _tell(plan, objective)
    return objective


@deed("objective.measured", "measured “{objective}” of “{plan}” of {subject}: {value}")
def measure_objective(
    *,
    objective: Objective,
    value: Decimal,
    measured_on: date,
    note: str = "",
    by: Author,
    at: datetime,
) -> Measurement:
    """Write down what an objective had come to on a day. The value of the newest day is the current
    one; of several for one day the last that was written down."""
    plan, objective = _locked(objective)
    if measured_on > at.date():
        words = "This day has not come yet."
        raise Invalid(words, {"measured_on": words})
    measurement = Measurement(objective=objective, measured_on=measured_on, value=value, note=note,
                              measured_by=str(by), created_at=at)  # fmt: skip
    save(measurement)
    newest = objective.measurements.order_by("-measured_on", "-id")[0]
    objective.current, objective.measured_on = newest.value, newest.measured_on
    save(objective)
    touch(plan.id)
    tell(value=" ".join(filter(None, (f"{value.normalize():f}", objective.unit))))
    _tell(plan, objective)
    return measurement


def _locked(objective: Objective) -> tuple[SuccessPlan, Objective]:
    plan = locked(objective.plan_id)
    return plan, plan.objectives.select_for_update(no_key=True).get(id=objective.id)


def _change(
    plan: SuccessPlan, objective: Objective, differing: Mapping[str, Any], by: Author, at: datetime
) -> None:
    for name, new in differing.items():
        setattr(objective, name, new)
    if not differing:
        leave_no_trace()
        return
    save(objective)
    touch(plan.id)
    if matters(differing):
        keep_version(plan, by, at)


def _refuse_unknown_metric(code: str) -> None:
    if code and all(metric.code != code for metric in programme().metrics.metric):
        words = f"The programme has no metric {code}."
        raise Invalid(words, {"metric": words})


def _tell(plan: SuccessPlan, objective: Objective) -> None:
    tell(customer_id=plan.customer_id, subject=plan.customer.name, plan=plan.title,
         objective=objective.title)  # fmt: skip
