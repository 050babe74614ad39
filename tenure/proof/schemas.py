"""Backtests on the wire. A report is kept as it is sent, so its schema is made from its classes."""

import types
from datetime import date
from typing import Annotated, Any, get_args, get_origin
from uuid import UUID

import msgspec
from pydantic import Field, create_model

from tenure.foundation.rest.kinds import Day, Instant, Whole
from tenure.foundation.rest.wire import Resource, Sql, Wire
from tenure.proof.models import LONGEST, SHORTEST, USUAL, BacktestState
from tenure.proof.report import Report

Horizon = Annotated[int, Whole(SHORTEST, LONGEST)]


def schema_of(struct: type[msgspec.Struct]) -> type[Wire]:
    """The schema of a part of the report."""
    fields: dict[str, Any] = {
        field.name: (_on_the_wire(field.type), ...) for field in msgspec.structs.fields(struct)
    }
    name = f"Backtest{struct.__name__}"
    made: type[Wire] = create_model(name, __base__=Wire, __doc__=struct.__doc__, **fields)
    return made


def _on_the_wire(kind: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return schema_of(kind)
    if kind is date:
        return Day
    if isinstance(kind, types.UnionType):
        parts = [_on_the_wire(part) for part in get_args(kind)]
        return parts[0] | parts[1]
    if get_origin(kind) is tuple:
        first, *rest = get_args(kind)
        if rest == [...]:
            return list[_on_the_wire(first)]  # type: ignore[misc]
        return Annotated[list[float], Field(min_length=1 + len(rest), max_length=1 + len(rest))]
    return kind


class BacktestListed(Wire):
    """A backtest that was asked for: how far it is, and its AUC when it is done."""

    id: UUID
    state: BacktestState
    horizon_days: int
    scorecard_version: str
    steps: Annotated[int, Sql("b.steps")]
    steps_done: int
    auc: Annotated[float | None, Sql("(b.report->'ranking'->>'auc')::float")]
    leavers: Annotated[int | None, Sql("(b.report->'ranking'->>'leavers')::int")]
    problem: str | None
    created_at: Instant
    finished_at: Instant | None


class BacktestFound(BacktestListed):
    report: schema_of(Report) | None  # type: ignore[valid-type]


LISTED = Resource(BacktestListed, "proof_backtest b", "b")
BACKTESTS = Resource(BacktestFound, "proof_backtest b", "b")


class NewBacktest(Wire):
    """What to test: the scorecard in force, or another one, for those who left within so many days."""

    horizon_days: Horizon = USUAL
    scorecard: dict[str, Any] | None = None
