"""Advocacy activities over the API."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from tenure.advocacy import actions
from tenure.advocacy.models import AdvocacyActivity, AdvocacyStatus, AdvocacyType
from tenure.advocacy.schemas import ACTIVITIES, Activity, ActivityChanges, NewActivity
from tenure.customers.finding import editable_customer, visible_customer
from tenure.customers.models import Customer
from tenure.foundation.checking import cleared
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.versions import seen_at
from tenure.foundation.rest.wire import Wire
from tenure.people.callers import ApiRequest, Area, reads, writes

router = Router(tags=["Advocacy"], by_alias=True)
LIST = """
where a.customer_id = %(customer)s
    and (%(types)s::text[] = '{}' or a.activity_type = any(%(types)s::text[]))
    and (%(statuses)s::text[] = '{}' or a.status = any(%(statuses)s::text[]))
order by a.created_at desc, a.id desc
"""


class ActivityFilters(Wire):
    activity_type: list[AdvocacyType] = []
    status: list[AdvocacyStatus] = []


@router.get(
    "/customers/{customer_id}/advocacy-activities",
    response={200: answers.answer_of(list[Activity], "Activities")},
)
@reads(Area.ADVOCACY)
def list_activities(
    request: ApiRequest, customer_id: UUID, filters: Query[ActivityFilters]
) -> HttpResponse:
    """What a customer does for us, the newest first."""
    visible_customer(customer_id, request.auth.person)
    told = {
        "customer": customer_id,
        "types": [kind.value for kind in filters.activity_type],
        "statuses": [status.value for status in filters.status],
    }
    return answers.rows(ACTIVITIES, LIST, told)


@router.post(
    "/customers/{customer_id}/advocacy-activities",
    response={201: answers.answer_of(Activity, "NewActivity")},
)
@writes(Area.ADVOCACY)
@once
def record_activity(request: ApiRequest, customer_id: UUID, body: NewActivity) -> HttpResponse:
    """Write down a favour that the customer does, was asked for, or declined."""
    customer = editable_customer(customer_id, request.auth.person)
    facts = cleared(AdvocacyActivity, body.given)
    activity = actions.record_activity(
        customer=customer,
        activity_type=facts.pop("activity_type"),
        title=facts.pop("title"),
        status=facts.pop("status", AdvocacyStatus.PENDING),
        happens_on=facts.pop("happens_on", None),
        facts=facts,
        by=request.auth,
        at=timezone.now(),
    )
    return answers.row(ACTIVITIES, "where a.id = %s", [activity.id], 201)


@router.put(
    "/advocacy-activities/{activity_id}", response={200: answers.answer_of(Activity, "Activity")}
)
@writes(Area.ADVOCACY)
def change_activity(request: ApiRequest, activity_id: UUID, body: ActivityChanges) -> HttpResponse:
    """Change what is sent, and keep the rest."""
    seen = Customer.objects.visible_to(request.auth.person)
    activity = AdvocacyActivity.objects.filter(id=activity_id, customer__in=seen).first()
    if activity is None:
        raise Http404("There is no such activity.")
    editable_customer(activity.customer_id, request.auth.person)
    actions.change_activity(
        activity=activity,
        changes=cleared(AdvocacyActivity, body.given),
        seen_at=seen_at(request),
        by=request.auth,
        at=timezone.now(),
    )
    return answers.row(ACTIVITIES, "where a.id = %s", [activity_id])
