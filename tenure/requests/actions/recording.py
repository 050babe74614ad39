"""Writing down what a customer asks for, and putting right what was written."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Invalid
from tenure.requests import rules
from tenure.requests.actions.steps import locked, step, step_back
from tenure.requests.models import Request
from tenure.requests.themes import spelled
from tenure.requests.words import RequestState


@deed("request.recorded", "wrote down that {subject} asks for “{request}”")
def record_request(
    *, customer: Customer, fields: Mapping[str, Any], by: Author, at: datetime
) -> Request:
    """`fields`: title and theme; where known details, stakeholder, feature and asked_on, else today."""
    known = {"asked_on": timezone.localdate(at)} | dict(fields)
    request = Request(customer=customer, recorded_by=str(by)[:200], created_at=at, **known)
    _settle(request, at)
    save(request)
    tell(customer_id=request.customer_id, subject=request.customer.name, request=request.title)
    return request


@deed("request.amended", "changed “{request}” of {subject}")
def amend_request(
    *,
    request: Request,
    changes: Mapping[str, Any],
    seen_at: datetime | None = None,
    by: Author,
    at: datetime,
) -> Request:
    """Change what is told. A state that is told is a step forward or back, as by its own deed."""
    request = locked(request, seen_at)
    changes = dict(changes)
    to = RequestState(changes.pop("state", None) or request.state)
    is_moved = to != request.state
    if is_moved and rules.may_go_back(RequestState(request.state), to):
        step_back(request, to)
    elif is_moved:
        step(request, to, changes.pop("answer", None) or "", at)
    differing = {name: new for name, new in changes.items() if getattr(request, name) != new}
    for name, new in differing.items():
        setattr(request, name, new)
    if is_moved or differing:
        _settle(request, at)
        save(request)
    else:
        leave_no_trace()
    tell(customer_id=request.customer_id, subject=request.customer.name, request=request.title)
    return request


def _settle(request: Request, at: datetime) -> None:
    """Its theme as others write it; refuse somebody of another customer, and days to come."""
    request.title, request.theme = request.title.strip(), spelled(request.theme)
    who = request.stakeholder
    if who is not None and who.customer_id != request.customer_id:
        words = "Choose somebody of this customer."
        raise Invalid(words, {"stakeholder": words})
    if request.asked_on > timezone.localdate(at):
        words = "This day has not come yet."
        raise Invalid(words, {"asked_on": words})
