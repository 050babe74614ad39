"""Scoring runs over the API."""

from typing import Annotated
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from ninja import Router
from pydantic import Field

from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.paging import MOST_ROWS
from tenure.health import asking
from tenure.health.run_schemas import RUNS, Run
from tenure.people.callers import ApiRequest, Area, reads, refuse_strangers, writes
from tenure.people.permissions import Permission

router = Router(tags=["Health"], by_alias=True)
Limit = Annotated[int, Field(ge=1, le=MOST_ROWS)]


@router.get("/health-runs", response={200: answers.answer_of(list[Run], "Runs")})
@reads(Area.HEALTH)
def list_runs(request: ApiRequest, limit: Limit = 20) -> HttpResponse:
    """Scoring runs, the newest first."""
    refuse_strangers(request)
    return answers.rows(RUNS, "order by r.created_at desc, r.id desc limit %s", [limit])


@router.get("/health-runs/{run_id}", response={200: answers.answer_of(Run, "Run")})
@reads(Area.HEALTH)
def get_run(request: ApiRequest, run_id: UUID) -> HttpResponse:
    """How far a scoring run is."""
    refuse_strangers(request)
    return answers.row(RUNS, "where r.id = %s", [run_id])


@router.post("/health-runs", response={201: answers.answer_of(Run, "NewRun")})
@writes(Area.HEALTH, Permission.HEALTH_SCORE)
@once
def ask_run(request: ApiRequest) -> HttpResponse:
    """Have everybody scored, in the background. The run that waits or is under way is answered
    instead of a second one."""
    run = asking.ask_run(by=request.auth, at=timezone.now())
    return answers.row(RUNS, "where r.id = %s", [run.id], 201)
