"""What a customer's periods came to, over the API."""

from uuid import UUID

from django.http import HttpResponse
from ninja import Query

from tenure.customers.finding import visible_customer
from tenure.foundation.rest import answers
from tenure.insights.api import router
from tenure.insights.period_schemas import NEWEST, PERIODS, CustomerSuccessMetrics, PeriodFilters
from tenure.people.callers import ApiRequest, Area, reads, refuse_strangers


@router.get(
    "/customers/{customer_id}/metrics",
    response={200: answers.answer_of(list[CustomerSuccessMetrics], "CustomerSuccessMetrics")},
)
@reads(Area.ANALYTICS)
def list_periods(
    request: ApiRequest, customer_id: UUID, filters: Query[PeriodFilters]
) -> HttpResponse:
    """What a customer's days, weeks, months, quarters or years came to, the newest first."""
    visible_customer(customer_id, request.auth.person)
    refuse_strangers(request)
    return answers.rows(PERIODS, NEWEST, [customer_id, filters.period_type.value, filters.limit])
