"""Customers of whom somebody feels otherwise than the measures say."""

from datetime import date

from django.db.models import Case, F, QuerySet, When
from django.db.models.functions import Abs

from tenure.customers.models import Customer
from tenure.health.models import Pulse
from tenure.health.words import DISAGREEMENT_POINTS

NEWEST = Pulse.objects.filter(withdrawn_at=None).order_by("customer_id", "-given_at", "-id")
MEASURED = Case(
    When(
        customer__current_health__override_until__isnull=False,
        then=F("customer__current_health__computed_score"),
    ),
    default=F("customer__current_health__score"),
)


def disagreements(customers: QuerySet[Customer], day: date) -> QuerySet[Pulse]:
    """The pulses that count and lie more than 30 points from the computed score, the widest first.

    Each has `measured`, and `gap`: how far the pulse is above the score (below: negative).
    """
    newest = NEWEST.filter(customer__in=customers).distinct("customer_id")
    return (
        Pulse.objects.filter(id__in=newest.values("id"), expires_on__gt=day)
        .annotate(measured=MEASURED, gap=25 * (F("rating") - 1) - MEASURED)
        .annotate(width=Abs("gap"))
        .filter(width__gt=DISAGREEMENT_POINTS)
        .select_related("customer__current_health", "customer__success_profile__csm")
        .order_by("-width", "customer_id")
    )
