"""What one customer asks the product for, and writing down more."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tenure.foundation.web.doing import done
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.portfolio.editing import editable_customer
from tenure.portfolio.pages import customer_of, shell_of
from tenure.requests import actions
from tenure.requests.forms import RequestForm
from tenure.requests.models import Request

ROWS = 50


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def customer_requests(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    """POST writes a request down, and goes on to its page."""
    is_sent = request.method == "POST"
    customer = (
        editable_customer(request, customer_id) if is_sent else customer_of(request, customer_id)
    )
    form = RequestForm(request.POST if is_sent else None, customer=customer, today=today())
    made: list[Request] = []
    by: dict[str, Any] = {"customer": customer, "by": request.user, "at": timezone.now()}
    if is_sent and form.is_valid():
        fields = form.cleaned_data
        done(request, form, "It is written down. Tell them that it was heard.",
             lambda: made.append(actions.record_request(fields=fields, **by)))  # fmt: skip
    if made:
        return redirect("request", made[0].id)
    rows = Request.objects.filter(customer=customer).select_related("stakeholder")
    page = Paginator(rows.order_by("-asked_on", "-id"), ROWS).get_page(request.GET.get("page"))
    shown = shell_of(request, customer, "requests") | {
        "page": page,
        "open": rows.filter(ended_at=None).count(),
        "form": form,
    }
    return render(request, "requests/customer.html", shown, status=422 if form.errors else 200)
