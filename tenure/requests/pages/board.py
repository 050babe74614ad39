"""All requests: which customers ask for what, and what stands behind each theme."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tenure.people.guards import PersonRequest, requires
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.programme.words import Tier
from tenure.requests.listing import ROWS, RequestList

THEMES = 12


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def request_list(request: PersonRequest) -> HttpResponse:
    asked = RequestList.asked(request.GET, request.user)
    page = Paginator(asked.rows, ROWS).get_page(request.GET.get("page"))
    themes = asked.themes()
    states = asked.states()
    shown = {
        "asked": asked,
        "page": page,
        "states": states,
        "is_empty": not states[-1][-1] and not asked.is_narrowed,
        "themes": [(theme, asked.address(theme=theme.name)) for theme in themes[:THEMES]],
        "others": len(themes[THEMES:]),
        "all_themes": sorted({theme.name for theme in themes} | {asked.theme} - {""}),
        "any_theme": asked.address(theme=""),
        "tiers": list(Tier),
        "people": Person.objects.csms(),
        "previous": asked.address(page=str(page.number - 1)) if page.has_previous() else "",
        "next": asked.address(page=str(page.number + 1)) if page.has_next() else "",
    }
    return render(request, "requests/list.html", shown)
