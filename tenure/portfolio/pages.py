"""The customer list and the customer's page."""

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models.functions import Lower
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET
from django_htmx.middleware import HtmxDetails

from tenure.customers.models import Customer
from tenure.foundation.audit.sentences import sentences_about
from tenure.foundation.web.templatetags.saying import today
from tenure.health import scorecards
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.portfolio.autopsy import autopsy_view
from tenure.portfolio.filters import searched
from tenure.portfolio.health_view import health_view
from tenure.portfolio.listing import Listing
from tenure.portfolio.overview import rail
from tenure.portfolio.ranges import Days, RangeForm
from tenure.portfolio.records import RECORDS, RECORDS_BY_CODE
from tenure.portfolio.said import said_of
from tenure.portfolio.standing import standing_of

ROWS_OF_RECORDS = 100


@require_GET
def home(request: PersonRequest) -> HttpResponse:
    """Where somebody lands: the team at its customers, a customer's contact at what is shared."""
    if request.user.may(Permission.CUSTOMERS_VIEW):
        return redirect("customers")
    return render(request, "portfolio/shared.html")


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def customer_list(request: PersonRequest) -> HttpResponse:
    listing = Listing(request.GET, request.user, today())
    template = "portfolio/list_update.html" if wants_fragment(request) else "portfolio/list.html"
    response = render(request, template, {"listing": listing, "state": listing.state})
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def find_customer(request: PersonRequest) -> HttpResponse:
    """The customers that the palette offers for some words."""
    words = searched(request.GET)
    found = Customer.objects.visible_to(request.user).matching(words)
    found = found.select_related("current_health").order_by(Lower("name"))[: 8 if words else 0]
    return render(request, "portfolio/found.html", {"customers": found})


def wants_fragment(request: PersonRequest) -> bool:
    """Whether htmx asks for a part of the page. Going back, it asks for all of it."""
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request


def customer_of(request: PersonRequest, customer_id: UUID) -> Customer:
    """The customer, if this person may know of it; everybody else gets 404."""
    visible = Customer.objects.visible_to(request.user)
    found: Customer = get_object_or_404(
        visible.select_related("current_health", "success_profile__csm"), id=customer_id
    )
    return found


def shell_of(request: PersonRequest, customer: Customer, tab: str) -> dict[str, object]:
    """What stands above every page of a customer."""
    editable = Customer.objects.editable_by(request.user)
    return {
        "customer": customer,
        "csm": customer.success_profile.csm,
        "may_edit": editable.filter(id=customer.id).exists(),
        "may_score": request.user.may(Permission.HEALTH_SCORE),
        "tab": tab,
        "tabs": RECORDS,
    }


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def customer_page(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    customer = customer_of(request, customer_id)
    shown = shell_of(request, customer, "overview")
    shown |= rail(customer, today())
    health = health_view(customer)
    shown |= said_of(customer, timezone.now(), health.now if health else None)
    shown |= {
        "health": health,
        "latest": sentences_about(customer.id, limit=6),
        "standing": standing_of(customer, today(), timezone.now()),
    }
    return render(request, "portfolio/customer.html", shown)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def customer_records(request: PersonRequest, customer_id: UUID, code: str) -> HttpResponse:
    customer = customer_of(request, customer_id)
    records = RECORDS_BY_CODE.get(code)
    if records is None:
        raise Http404
    days = RangeForm(request.GET).days if records.has_days else Days()
    rows = records.within(customer, days)
    page = Paginator(rows, ROWS_OF_RECORDS).get_page(request.GET.get("page"))
    shown = shell_of(request, customer, code)
    shown |= {"records": records, "page": page, "rows": [records.row(row) for row in page]}
    shown |= {"days": days}
    return render(request, "portfolio/records.html", shown)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def customer_autopsy(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    customer = customer_of(request, customer_id)
    shown = shell_of(request, customer, "autopsy")
    shown |= autopsy_view(customer, scorecards.in_force(), today())
    return render(request, "portfolio/autopsy.html", shown)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def customer_activity(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    customer = customer_of(request, customer_id)
    shown = shell_of(request, customer, "activity")
    shown["sentences"] = sentences_about(customer.id, limit=200)
    return render(request, "portfolio/activity.html", shown)
