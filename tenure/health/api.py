"""Health scores over the API."""

from typing import Annotated
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from ninja import Router
from pydantic import Field

from tenure.customers.finding import editable_customer, visible_customer
from tenure.foundation.checking import cleared
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.paging import MOST_ROWS
from tenure.health import entering
from tenure.health.models import HealthScore
from tenure.health.schemas import SCORES, Calculated, Components, NewScore, Score
from tenure.people.callers import ApiRequest, Area, reads, writes
from tenure.people.permissions import Permission

router = Router(tags=["Health"], by_alias=True)
NEWEST = "where g.customer_id = %s order by g.recorded_at desc limit %s"
Limit = Annotated[int, Field(ge=1, le=MOST_ROWS)]


@router.get(
    "/customers/{customer_id}/health-scores",
    response={200: answers.answer_of(list[Score], "Scores")},
)
@reads(Area.HEALTH)
def list_scores(request: ApiRequest, customer_id: UUID, limit: Limit = 10) -> HttpResponse:
    """The health of a customer over time, the newest first."""
    visible_customer(customer_id, request.auth.person)
    return answers.rows(SCORES, NEWEST, [customer_id, limit])


@router.post(
    "/customers/{customer_id}/health-scores", response={201: answers.answer_of(Score, "NewScore")}
)
@writes(Area.HEALTH, Permission.HEALTH_SCORE)
@once
def record_score(request: ApiRequest, customer_id: UUID, body: NewScore) -> HttpResponse:
    """Store a score, and make it the customer's current health if it is the newest."""
    score = entering.record_score(
        customer=editable_customer(customer_id, request.auth.person),
        fields=cleared(HealthScore, body.given),
        by=request.auth,
        at=timezone.now(),
    )
    return answers.data(answers.object_of(SCORES, "where g.id = %s", [score.id]), 201)


@router.post(
    "/customers/{customer_id}/health-scores/calculate",
    response={200: answers.answer_of(Calculated, "Calculated")},
)
@reads(Area.HEALTH)
def calculate(request: ApiRequest, customer_id: UUID, body: Components) -> HttpResponse:
    """What four component scores come to, against the customer's last score. Stores nothing."""
    customer = visible_customer(customer_id, request.auth.person)
    total = entering.total_of(body.given)
    level, trend = entering.judged(total, entering.score_before(customer))
    told = {"totalScore": total, "healthLevel": level.value, "trend": trend.value}
    return answers.computed(body.model_dump(by_alias=True) | told)
