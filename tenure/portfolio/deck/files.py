"""The deck of a review as a file, for those who may see the customer."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET

from tenure.foundation.refusals import Refusal
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.portfolio.deck.parts import Deck
from tenure.portfolio.deck.pdf import pdf_of
from tenure.portfolio.deck.powerpoint import powerpoint_of
from tenure.portfolio.deck.telling import tell
from tenure.portfolio.reviewing.files import as_file, name_of
from tenure.portfolio.reviewing.review_page import planned_of
from tenure.portfolio.reviewing.since import since_last
from tenure.reviews.models import PlannedReview, ReviewType

POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def review_deck(request: PersonRequest, review_id: UUID) -> HttpResponse:
    planned = planned_of(request, review_id)
    try:
        made = powerpoint_of(deck_of(planned))
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect("review", planned.id)
    return as_file(made, POWERPOINT, name_of(planned, "pptx"))


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def review_pdf(request: PersonRequest, review_id: UUID) -> HttpResponse:
    planned = planned_of(request, review_id)
    made = pdf_of(deck_of(planned), timezone.now())
    return as_file(made, "application/pdf", name_of(planned, "pdf"), is_shown=True)


def deck_of(planned: PlannedReview) -> Deck:
    """As of now; of a review that is over, as of its time."""
    at = timezone.now()
    if planned.review:
        at = planned.review.reviewed_at
    elif not planned.is_ahead:
        at = min(at, planned.scheduled_at)
    return tell(planned, since_last(planned.customer, ReviewType(planned.review_type), at))
