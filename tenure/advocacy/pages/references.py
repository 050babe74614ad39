"""Finding a reference that fits, who agreed to what, and what is published."""

from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tenure.advocacy.advocates import advocates
from tenure.advocacy.fitting import Wanted
from tenure.advocacy.forms import FindForm
from tenure.advocacy.models import AdvocacyActivity, Consent
from tenure.advocacy.published import influenced, published
from tenure.advocacy.queries import promoters
from tenure.advocacy.references import MOST, references
from tenure.advocacy.words import AdvocacyType
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.programme.in_force import programme

SHOWN, PROMOTERS = 25, 50


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def find_reference(request: PersonRequest) -> HttpResponse:
    """Who agreed to it, the best fit first, with each point; and who is left in peace, with why."""
    agreed = Consent.objects.filter(withdrawn_on=None, customer__status="ACTIVE")
    known = agreed.exclude(customer__industry="").order_by("customer__industry")
    industries = list(known.values_list("customer__industry", flat=True).distinct())
    form = FindForm({"kind": "REFERENCE_CALL"} | request.GET.dict(), industries=industries)
    form.is_valid()
    asked = form.cleaned_data
    kind = AdvocacyType(asked.get("kind") or AdvocacyType.REFERENCE_CALL)
    wanted = Wanted(asked.get("industry", ""), asked.get("tier", ""), asked.get("use_case", ""))
    found = references(kind, wanted, today())
    fit = [one for one in found if one.rest is None]
    shown: dict[str, Any] = {
        "form": form,
        "kind": kind,
        "fit": fit[:SHOWN],
        "more": max(0, len(fit) - SHOWN),
        "resting": [one for one in found if one.rest][:SHOWN],
        "all_read": len(found) < MOST,
        "told": programme().advocacy,
        "tab": "find",
    }
    return render(request, "advocacy/find.html", shown)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def advocates_page(request: PersonRequest) -> HttpResponse:
    """Who agreed to something, and who might: promoters that are well and were left in peace."""
    told, day = programme().advocacy, today()
    shown = {
        "advocates": advocates(request.user, day),
        "promoters": promoters(day, told.promoter_days, told.promoter_from, PROMOTERS),
        "told": told,
        "tab": "advocates",
        "day": day,
    }
    return render(request, "advocacy/advocates.html", shown)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def published_page(request: PersonRequest) -> HttpResponse:
    """Case studies and testimonials with their addresses, and the deals that favours helped."""
    seen = AdvocacyActivity.objects.visible_to(request.user)
    shown = {
        "pieces": published(seen),
        "missing": seen.filter(
            Q(activity_type="CASE_STUDY", case_study_url="")
            | Q(activity_type="TESTIMONIAL", testimonial_url=""),
            status="COMPLETED",
        ).count(),
        "deals": influenced(seen),
        "tab": "published",
    }
    return render(request, "advocacy/published.html", shown)
