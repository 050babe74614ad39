"""Readings that other systems report, over the API."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from ninja import Router
from pydantic import Field, ValidationError

from tenure.customers.finding import editable_customer, visible_customer
from tenure.customers.models import Customer
from tenure.foundation.refusals import Refusal
from tenure.foundation.rest import answers
from tenure.foundation.rest.kinds import Line
from tenure.foundation.rest.once import once
from tenure.foundation.rest.paging import MOST_ROWS
from tenure.foundation.rest.problems import one_line
from tenure.foundation.rest.wire import on_the_wire
from tenure.health import reporting
from tenure.health.said_schemas import READINGS, NewReading, NewReadings, Reading, ReadingAnswer
from tenure.people.callers import ApiRequest, Area, Caller, reads, writes

router = Router(tags=["Health"], by_alias=True)
NEWEST = """
where r.customer_id = %s and (%s = '' or r.code = %s) order by r.day desc, r.code limit %s
"""
Limit = Annotated[int, Field(ge=1, le=MOST_ROWS)]


@router.get(
    "/customers/{customer_id}/measure-readings",
    response={200: answers.answer_of(list[Reading], "MeasureReadings")},
)
@reads(Area.HEALTH)
def list_readings(
    request: ApiRequest, customer_id: UUID, measure: Line = "", limit: Limit = 10
) -> HttpResponse:
    """What other systems reported of a customer, the newest days first."""
    visible_customer(customer_id, request.auth.person)
    return answers.rows(READINGS, NEWEST, [customer_id, measure, measure, limit])


@router.post(
    "/customers/{customer_id}/measure-readings",
    response={200: answers.answer_of(list[ReadingAnswer], "ReadingAnswers")},
)
@writes(Area.HEALTH)
@once
def report_readings(request: ApiRequest, customer_id: UUID, body: NewReadings) -> HttpResponse:
    """Report up to 1,000 readings of a customer. Each item is answered, in order; what is wrong with
    one does not stop the others."""
    customer = editable_customer(customer_id, request.auth.person)
    at = timezone.now()
    with transaction.atomic():
        told = [
            _answer(number, item, customer, request.auth, at)
            for number, item in enumerate(body.readings)
        ]
    return answers.computed(told)


def _answer(
    number: int, item: dict[str, Any], customer: Customer, caller: Caller, at: datetime
) -> dict[str, Any]:
    told: dict[str, Any] = {"index": number}
    try:
        with transaction.atomic():
            given = {"source": str(caller)} | NewReading.model_validate(item).given
            reading, outcome = reporting.report_reading(
                customer=customer, by=caller, at=at, **given
            )
    except ValidationError as error:
        troubles = [(".".join(map(str, part["loc"])), part["msg"]) for part in error.errors()]
        return told | _refused(422, one_line(troubles), troubles)
    except Refusal as refusal:
        troubles = [(on_the_wire(name), words) for name, words in refusal.fields.items()]
        return told | _refused(refusal.status, refusal.message, troubles)
    return told | {"outcome": outcome, "id": str(reading.id), "status": 200, "errors": []}


def _refused(status: int, words: str, troubles: list[tuple[str, str]]) -> dict[str, Any]:
    errors = [{"field": field, "message": message} for field, message in troubles]
    return {"outcome": "refused", "id": None, "status": status, "error": words, "errors": errors}
