"""Business reviews over the API."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from tenure.customers.finding import editable_customer, visible_customer
from tenure.customers.models import Customer
from tenure.foundation.checking import cleared
from tenure.foundation.refusals import Invalid
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.versions import seen_at
from tenure.foundation.rest.wire import Wire
from tenure.people.callers import ApiRequest, Area, reads, writes
from tenure.reviews import actions
from tenure.reviews.models import BusinessReview, ReviewType
from tenure.reviews.schemas import REVIEWS, NewReview, Review, ReviewChanges

router = Router(tags=["Business reviews"], by_alias=True)
LIST = """
where b.customer_id = %(customer)s
    and (%(types)s::text[] = '{}' or b.review_type = any(%(types)s::text[]))
order by b.reviewed_at desc, b.id desc
"""


class ReviewFilters(Wire):
    review_type: list[ReviewType] = []


@router.get(
    "/customers/{customer_id}/business-reviews",
    response={200: answers.answer_of(list[Review], "Reviews")},
)
@reads(Area.REVIEWS)
def list_reviews(
    request: ApiRequest, customer_id: UUID, filters: Query[ReviewFilters]
) -> HttpResponse:
    """The reviews with a customer, the newest first."""
    visible_customer(customer_id, request.auth.person)
    told = {"customer": customer_id, "types": [kind.value for kind in filters.review_type]}
    return answers.rows(REVIEWS, LIST, told)


@router.post(
    "/customers/{customer_id}/business-reviews",
    response={201: answers.answer_of(Review, "NewReview")},
)
@writes(Area.REVIEWS)
@once
def hold_review(request: ApiRequest, customer_id: UUID, body: NewReview) -> HttpResponse:
    """Write down a review that was held."""
    customer = editable_customer(customer_id, request.auth.person)
    facts = cleared(BusinessReview, body.given)
    names, titles = facts.pop("attendee_names"), facts.pop("attendee_titles")
    if len(names) != len(titles):
        words = "Give as many titles as names, in the same order."
        raise Invalid(words, {"attendee_titles": words})
    review = actions.hold_review(
        customer=customer,
        review_type=facts.pop("review_type"),
        reviewed_at=facts.pop("reviewed_at"),
        attendees=list(zip(names, titles, strict=True)),
        facts=facts,
        by=request.auth,
        at=timezone.now(),
    )
    return answers.row(REVIEWS, "where b.id = %s", [review.id], 201)


@router.put("/business-reviews/{review_id}", response={200: answers.answer_of(Review, "Review")})
@writes(Area.REVIEWS)
def change_review(request: ApiRequest, review_id: UUID, body: ReviewChanges) -> HttpResponse:
    """Change what is sent, and keep the rest."""
    seen = Customer.objects.visible_to(request.auth.person)
    review = BusinessReview.objects.filter(id=review_id, customer__in=seen).first()
    if review is None:
        raise Http404("There is no such review.")
    editable_customer(review.customer_id, request.auth.person)
    actions.change_review(
        review=review,
        changes=cleared(BusinessReview, body.given),
        seen_at=seen_at(request),
        by=request.auth,
        at=timezone.now(),
    )
    return answers.row(REVIEWS, "where b.id = %s", [review_id])
