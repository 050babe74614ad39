"""What the planner of the database says about a question: its indexes, and what it reads whole."""

import json
from collections.abc import Iterator

from django.db.models import QuerySet

# Django indexes each foreign key by itself too. Where there is nothing to sort, either will do.
SAME_COLUMN = {
    "customers_successprofile_csm_id_83b95a63": "profiles_of_a_csm",
    "plans_milestone_plan_id_3e5f8e73": "milestones_of_a_plan",
}


def indexes_of(plan: dict) -> Iterator[str]:
    if name := plan.get("Index Name"):
        yield SAME_COLUMN.get(name, name)
    for part in plan.get("Plans", []):
        yield from indexes_of(part)


def plan_of(rows: QuerySet) -> dict:
    (explained,) = json.loads(rows.explain(format="json"))
    return explained["Plan"]


def tables_read_whole(plan: dict) -> Iterator[str]:
    if plan["Node Type"] == "Seq Scan":
        yield plan["Relation Name"]
    for part in plan.get("Plans", []):
        yield from tables_read_whole(part)
