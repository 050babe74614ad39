"""The page that tries a draft over all customers before anybody saves it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from tenure.customers.models import Customer
from tenure.health import scorecards
from tenure.health.comparing import compare
from tenure.health.draft_faults import read
from tenure.health.measures import title_of
from tenure.health.models import Draft
from tenure.health.readings import newest_readings
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission


@require_GET
@requires(Permission.HEALTH_CONFIGURE)
def draft_comparison(request: PersonRequest, draft_id: UUID) -> HttpResponse:
    draft = get_object_or_404(Draft, id=draft_id)
    card, faults = read(draft.definition)
    shown: dict[str, Any] = {"draft": draft, "faults": faults}
    if card is not None:
        readings = newest_readings()
        told = compare(readings, scorecards.in_force(), card)
        ids = [readings.ids[mover.row] for mover in told.movers]
        found = Customer.objects.visible_to(request.user).in_bulk(ids)
        shown |= {"told": told, "drop_points": card.drop_points}
        shown["movers"] = [
            (found[id_], mover) for id_, mover in zip(ids, told.movers, strict=True) if id_ in found
        ]
        shown["unread"] = [title_of(card)(code) for code in told.unread]
    part = "#told" if request.headers.get("HX-Request") else ""
    return render(request, f"health/comparison.html{part}", shown)
