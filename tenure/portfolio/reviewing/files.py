"""Reviews as files: invitations and a person's calendar."""

from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.portfolio.reviewing.review_page import planned_of
from tenure.reviews.calendars import feed, invitation
from tenure.reviews.models import PlannedReview

CALENDAR = "text/calendar; charset=utf-8"
FEED_GOES_BACK = timedelta(days=90)


def zone() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def review_ics(request: PersonRequest, review_id: UUID) -> HttpResponse:
    planned = planned_of(request, review_id)
    address = request.build_absolute_uri(reverse("review", args=[planned.id]))
    return as_file(invitation(planned, address, zone()), CALENDAR, name_of(planned, "ics"))


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def my_reviews(request: PersonRequest) -> HttpResponse:
    """All reviews that this person leads or whose customers are in this person's book."""
    since = timezone.now() - FEED_GOES_BACK
    found = PlannedReview.objects.visible_to(request.user).of(request.user)
    found = found.filter(scheduled_at__gte=since).select_related("customer", "organiser")
    told = [
        (one, request.build_absolute_uri(reverse("review", args=[one.id])))
        for one in found.order_by("scheduled_at", "id")
    ]
    made = feed(told, f"Reviews of {request.user.name}", zone())
    return as_file(made, CALENDAR, "reviews.ics", is_shown=True)


def as_file(made: bytes, kind: str, name: str, *, is_shown: bool = False) -> HttpResponse:
    how = "inline" if is_shown else "attachment"
    headers = {"Content-Disposition": f'{how}; filename="{name}"'}
    return HttpResponse(made, content_type=kind, headers=headers)


def name_of(planned: PlannedReview, ending: str) -> str:
    day = timezone.localtime(planned.scheduled_at).date()
    name = slugify(f"{planned.customer.name} {planned.get_review_type_display()} review {day}")
    return f"{name[:100] or 'review'}.{ending}"
