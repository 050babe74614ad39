"""All favours: by state, each with who does it, what for, and how its customer is."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tenure.advocacy.models import AdvocacyActivity
from tenure.advocacy.words import AdvocacyStatus, AdvocacyType
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission

ROWS = 50
FIRST = (AdvocacyStatus.REQUESTED, AdvocacyStatus.IN_PROGRESS, AdvocacyStatus.PENDING)
"""Shown when no state is asked for: the first of them that has any."""


class Asked:
    """What the address asks for. What it does not know is left out."""

    def __init__(self, query: QueryDict) -> None:
        state, kind = query.get("state", ""), query.get("kind", "")
        self.state = AdvocacyStatus(state) if AdvocacyStatus.has(state) else None
        self.kind = AdvocacyType(kind) if AdvocacyType.has(kind) else None
        self.mine = query.get("owner") == "mine"

    def address(self, **changes: str) -> str:
        told = {"state": self.state.value if self.state else "", "kind": self.kind.value if self.kind else "",
                "owner": "mine" if self.mine else ""} | changes  # fmt: skip
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in told.items() if value})
        return f"?{query.urlencode()}"


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def favours(request: PersonRequest) -> HttpResponse:
    asked = Asked(request.GET)
    seen: QuerySet[AdvocacyActivity] = AdvocacyActivity.objects.visible_to(request.user)
    if asked.mine:
        seen = seen.filter(customer__success_profile__csm=request.user)
    if asked.kind:
        seen = seen.filter(activity_type=asked.kind)
    counts: dict[str, int] = dict(seen.order_by().values_list("status").annotate(Count("id")))
    state = asked.state or next((one for one in FIRST if counts.get(one)), FIRST[0])
    rows = seen.filter(status=state).select_related(
        "customer__current_health", "customer__success_profile__csm", "contact", "deal"
    )
    page = Paginator(rows.order_by("-created_at", "-id"), ROWS).get_page(request.GET.get("page"))
    shown: dict[str, Any] = {
        "asked": asked,
        "state": state,
        "page": page,
        "tab": "favours",
        "states": [(one, asked.address(state=one), counts.get(one, 0)) for one in AdvocacyStatus],
        "kinds": [(one, asked.address(kind=one)) for one in AdvocacyType],
        "any_kind": asked.address(kind=""),
        "everybodys": asked.address(owner=""),
        "own": asked.address(owner="mine"),
        "here": asked.address(state=state.value),
    }
    return render(request, "advocacy/favours.html", shown)
