"""Backtests over the API."""

from typing import Annotated, Any
from uuid import UUID

import msgspec
from django.http import HttpResponse
from django.utils import timezone
from ninja import Router
from pydantic import Field

from tenure.foundation.refusals import Invalid
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.paging import MOST_ROWS
from tenure.health import scorecards
from tenure.people.callers import ApiRequest, Area, reads, refuse_strangers, writes
from tenure.people.permissions import Permission
from tenure.programme.scorecard import Scorecard
from tenure.proof import actions
from tenure.proof.schemas import BACKTESTS, LISTED, BacktestFound, BacktestListed, NewBacktest

router = Router(tags=["Proof"], by_alias=True)
Limit = Annotated[int, Field(ge=1, le=MOST_ROWS)]


@router.get(
    "/health-backtests",
    response={200: answers.answer_of(list[BacktestListed], "Backtests")},
)
@reads(Area.HEALTH)
def list_backtests(request: ApiRequest, limit: Limit = 20) -> HttpResponse:
    """The backtests that were asked for, the newest first."""
    refuse_strangers(request)
    return answers.rows(LISTED, "order by b.created_at desc, b.id desc limit %s", [limit])


@router.get(
    "/health-backtests/{backtest_id}",
    response={200: answers.answer_of(BacktestFound, "Backtest")},
)
@reads(Area.HEALTH)
def get_backtest(request: ApiRequest, backtest_id: UUID) -> HttpResponse:
    """How far a backtest is and, when it is done, its report."""
    refuse_strangers(request)
    return answers.row(BACKTESTS, "where b.id = %s", [backtest_id])


@router.post("/health-backtests", response={201: answers.answer_of(BacktestFound, "NewBacktest")})
@writes(Area.HEALTH, Permission.HEALTH_SCORE)
@once
def ask_backtest(request: ApiRequest, body: NewBacktest) -> HttpResponse:
    """Ask for a backtest; it runs in the background. One of the same that is under way is answered
    instead."""
    backtest = actions.ask_backtest(
        card=_card(body.scorecard) if body.scorecard is not None else scorecards.in_force(),
        horizon_days=body.horizon_days,
        by=request.auth,
        at=timezone.now(),
    )
    return answers.row(BACKTESTS, "where b.id = %s", [backtest.id], 201)


def _card(told: dict[str, Any]) -> Scorecard:
    try:
        return msgspec.convert(told, Scorecard)
    except (msgspec.ValidationError, ValueError) as error:
        raise Invalid(str(error), {"scorecard": str(error)}) from error
