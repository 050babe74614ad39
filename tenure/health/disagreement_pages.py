"""The page of customers of whom somebody feels otherwise than the measures say."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tenure.customers.models import Customer
from tenure.foundation.web.templatetags.saying import today
from tenure.health.disagreements import disagreements
from tenure.health.words import DISAGREEMENT_POINTS
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.people.roles import CSM

ROWS_ON_A_PAGE = 50


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def disagreements_page(request: PersonRequest) -> HttpResponse:
    """Of the own book, for who has one, unless everybody's are asked for."""
    customers = Customer.objects.visible_to(request.user).current()
    has_book = request.user.role == CSM.code
    is_own = has_book and request.GET.get("csm") != "all"
    if is_own:
        customers = customers.owned_by(request.user)
    found = disagreements(customers, today())
    page = Paginator(found, ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page, "points": DISAGREEMENT_POINTS, "is_own": is_own, "has_book": has_book,
    }  # fmt: skip
    return render(request, "health/disagreements.html", shown)
