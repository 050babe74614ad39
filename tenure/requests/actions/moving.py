"""A request from the first answer to its end: acknowledged, planned, delivered, declined, opened again."""

from datetime import datetime

from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.requests import rules
from tenure.requests.actions.steps import NotFromHere, locked, step, step_back
from tenure.requests.models import Request
from tenure.requests.words import RequestState

__all__ = [
    "NotFromHere", "acknowledge_request", "decline_request", "deliver_request", "plan_request",
    "reopen_request",
]  # fmt: skip


@deed("request.acknowledged", "told {subject} that “{request}” was heard")
def acknowledge_request(
    *, request: Request, answer: str = "", seen_at: datetime | None = None, by: Author, at: datetime
) -> Request:
    return _moved(request, RequestState.ACKNOWLEDGED, answer, seen_at, at)


@deed("request.planned", "told {subject} that “{request}” is planned")
def plan_request(
    *, request: Request, answer: str = "", seen_at: datetime | None = None, by: Author, at: datetime
) -> Request:
    return _moved(request, RequestState.PLANNED, answer, seen_at, at)


@deed("request.delivered", "told {subject} that “{request}” is there")
def deliver_request(
    *, request: Request, answer: str = "", seen_at: datetime | None = None, by: Author, at: datetime
) -> Request:
    return _moved(request, RequestState.DELIVERED, answer, seen_at, at)


@deed("request.declined", "declined “{request}” of {subject}: {answer}")
def decline_request(
    *, request: Request, answer: str, seen_at: datetime | None = None, by: Author, at: datetime
) -> Request:
    """The answer is the reason, as the customer was told it."""
    moved = _moved(request, RequestState.DECLINED, answer, seen_at, at)
    tell(answer=moved.answer)
    return moved


@deed("request.reopened", "took “{request}” of {subject} back to {state}")
def reopen_request(
    *,
    request: Request,
    to: RequestState | None = None,
    seen_at: datetime | None = None,
    by: Author,
    at: datetime,
) -> Request:
    """Take the last step back; `to` says to where, unless it is to what comes before."""
    request = locked(request, seen_at)
    to = to or rules.before(RequestState(request.state))
    if to is None:
        raise NotFromHere(f"“{request}” is only asked: there is nothing to take back.")
    step_back(request, to)
    save(request)
    customer = request.customer
    tell(customer_id=customer.id, subject=customer.name, request=request.title,
         state=to.label.lower())  # fmt: skip
    return request


def _moved(
    request: Request, to: RequestState, answer: str, seen_at: datetime | None, at: datetime
) -> Request:
    request = locked(request, seen_at)
    step(request, to, answer, at)
    save(request)
    customer = request.customer
    tell(customer_id=customer.id, subject=customer.name, request=request.title)
    return request
