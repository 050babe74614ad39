"""The list of all plans."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tenure.customers.models import Customer
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.plans.listing import MINE, ROWS, PlanList
from tenure.plans.queries import progress_of
from tenure.plans.words import PlanStatus, PlanType


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def plan_list(request: PersonRequest) -> HttpResponse:
    asked, day = PlanList.asked(request.GET, request.user), today()
    page = Paginator(asked.rows(day), ROWS).get_page(request.GET.get("page"))
    progress = progress_of(list(page), day)
    shown = {
        "plans": asked,
        "page": page,
        "rows": [(plan, progress[plan.id]) for plan in page],
        "customer": _customer(asked),
        "next": asked.address(page=str(page.number + 1)) if page.has_next() else "",
        "previous": asked.address(page=str(page.number - 1)) if page.has_previous() else "",
        "may_start": request.user.may(Permission.CUSTOMERS_EDIT),
    }
    return render(request, "plans/list.html", shown | _filters(asked, day))


def _filters(asked: PlanList, day: Any) -> dict[str, Any]:
    by_status, by_type, late = asked.counts(day)
    active = PlanStatus.ACTIVE.value
    return {
        "late": late,
        "tabs": [
            (PlanStatus(code), asked.address(status=code, late="", type=""), count)
            for code, count in by_status.items()
        ],
        "types": [
            (PlanType(code), asked.address(type=code), count)
            for code, count in by_type.items()
            if count or code == asked.plan_type
        ],
        "all_types": asked.address(type=""),
        "owners": [
            ("", "Everybody’s", asked.address(owner="")),
            (MINE, "Mine", asked.address(owner=MINE)),
        ],
        "late_address": asked.address(late="" if asked.is_late else "1", status=active),
        "everybodys": asked.address(owner="", late="", type="", customer=""),
    }


def _customer(asked: PlanList) -> Customer | None:
    if asked.customer is None:
        return None
    return Customer.objects.visible_to(asked.person).filter(id=asked.customer).first()
