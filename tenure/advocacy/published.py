"""What was published of customers, and the revenue that favours helped to win: each deal counts once."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Case, CharField, Count, F, QuerySet, Sum, When

from tenure.advocacy.models import AdvocacyActivity, Deal
from tenure.advocacy.words import DealState

MOST = 200
ADDRESS = Case(
    When(activity_type="CASE_STUDY", then=F("case_study_url")),
    When(activity_type="TESTIMONIAL", then=F("testimonial_url")),
    output_field=CharField(),
)


def published(seen: QuerySet[AdvocacyActivity]) -> QuerySet[AdvocacyActivity]:
    """Completed case studies and testimonials that have an address, the newest first."""
    done = seen.filter(status="COMPLETED", activity_type__in=("CASE_STUDY", "TESTIMONIAL"))
    found = done.annotate(address=ADDRESS).exclude(address="").select_related("customer", "contact")
    return found.order_by("-happens_on", "-id")[:MOST]


@dataclass(frozen=True)
class Influence:
    """Deals of one state: how many, and what they are worth a year."""

    state: DealState
    count: int
    annual_value: Decimal


@dataclass(frozen=True)
class Influenced:
    sums: list[Influence]
    deals: list[Deal]


def influence(seen: QuerySet[AdvocacyActivity]) -> list[Influence]:
    """What the deals come to that favours are linked to; several favours of one deal count it once."""
    told = {
        state: (count, worth)
        for state, count, worth in _helped(seen)
        .values_list("state")
        .annotate(Count("id"), Sum("annual_value"))
    }
    return [Influence(state, *told.get(state.value, (0, Decimal(0)))) for state in DealState]


def influenced(seen: QuerySet[AdvocacyActivity]) -> Influenced:
    """The deals that favours are linked to, each with them, and what they come to."""
    deals = _helped(seen).order_by("-annual_value", "name").prefetch_related("favours__customer")
    return Influenced(influence(seen), list(deals[:MOST]))


def _helped(seen: QuerySet[AdvocacyActivity]) -> QuerySet[Deal]:
    return Deal.objects.filter(id__in=seen.exclude(deal=None).values("deal"))
