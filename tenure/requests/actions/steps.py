"""The steps of a request, not written yet: forward by what may follow, back by what was before."""

from datetime import datetime

from tenure.foundation.checking import refuse_changed
from tenure.foundation.refusals import Conflict, Invalid
from tenure.requests import rules
from tenure.requests.models import Request
from tenure.requests.words import RequestState


class NotFromHere(Conflict):
    """It cannot go there from where it is."""


def locked(request: Request, seen_at: datetime | None) -> Request:
    """The request as it is now, and nobody else changes it until this is done."""
    found = Request.objects.select_for_update(of=["self"], no_key=True)
    now = found.select_related("customer").get(id=request.id)
    refuse_changed(now, seen_at)
    return now


def step(request: Request, to: RequestState, answer: str, at: datetime) -> None:
    """Go forward. Without an answer what was told before still holds."""
    state = RequestState(request.state)
    if not rules.may_follow(state, to):
        raise NotFromHere(f"“{request}” is {state.label.lower()} already.")
    told = answer.strip()
    if to == RequestState.DECLINED and not told:
        raise Invalid("Say why it is declined.", {"answer": "say why it is declined"})
    request.state = to.value
    request.answer = told or request.answer
    request.acknowledged_at = request.acknowledged_at or at
    request.ended_at = at if to in rules.ENDED else None


def step_back(request: Request, to: RequestState) -> None:
    """Take a step back. What was told with it does not hold any more; the trail keeps it."""
    state = RequestState(request.state)
    if not rules.may_go_back(state, to):
        raise NotFromHere(f"“{request}” is {state.label.lower()}, and was not {to.label.lower()}.")
    request.state, request.ended_at, request.answer = to.value, None, ""
    if to == RequestState.ASKED:
        request.acknowledged_at = None
