"""What came of a scheduled review, over the API."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from tenure.foundation.checking import cleared
from tenure.foundation.refusals import Invalid
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.people.callers import ApiRequest, Area, writes
from tenure.people.models import Person
from tenure.reviews import actions
from tenure.reviews import planned_schemas as wire
from tenure.reviews.api import router
from tenure.reviews.lines import ActionItem
from tenure.reviews.models import BusinessReview
from tenure.reviews.planned_api import editable_review
from tenure.reviews.schemas import REVIEWS, Review


@router.post(
    "/planned-reviews/{planned_id}/hold", response={201: answers.answer_of(Review, "HeldReview")}
)
@writes(Area.REVIEWS)
@once
def hold_planned_review(
    request: ApiRequest, planned_id: UUID, body: wire.ReviewMinutes
) -> HttpResponse:
    """It took place: answers the business review that it became."""
    planned, facts = editable_review(planned_id, request), cleared(BusinessReview, body.given)
    items = [_agreed(one) for one in body.items or ()]
    facts.pop("items", None)
    review = actions.hold_planned_review(
        planned=planned, reviewed_at=facts.pop("reviewed_at", None) or planned.scheduled_at,
        present=facts.pop("present", None), items=items, facts=facts, by=request.auth,
        at=timezone.now(),
    )  # fmt: skip
    return answers.row(REVIEWS, "where b.id = %s", [review.id], 201)


def _agreed(told: wire.Item) -> ActionItem:
    """With `ownerId` one of ours does it."""
    if told.owner_id is None:
        return ActionItem(told.title, told.owner_name or "The customer", told.due_on)
    person = Person.objects.filter(id=told.owner_id, is_active=True).first()
    if person is None:
        raise Invalid("There is no such person.", {"items.ownerId": "is not known"})
    return ActionItem(told.title, person.name, told.due_on, person.id)
