"""A review that was held: its minutes, to print, and what is to be done after it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tenure.customers.models import Customer
from tenure.foundation.refusals import NotAllowed, Refusal
from tenure.onboarding.forms import ValueForm
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.portfolio.reviewing.forms import ItemForms, MinutesForm, items_of, owners_at
from tenure.portfolio.reviewing.since import since_last
from tenure.portfolio.reviewing.value_deeds import confirm, write_value
from tenure.portfolio.reviewing.worth import much
from tenure.reviews import actions
from tenure.reviews.models import BusinessReview, PlannedReview, ReviewType
from tenure.work.models import Task
from tenure.work.words import Origin

CHANGED = (
    "decisions",
    "next_steps",
    "overall_rating",
    "customer_feedback",
    "follow_up_on",
    "notes",
)


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def held_review(request: PersonRequest, review_id: UUID) -> HttpResponse:
    seen = BusinessReview.objects.filter(customer__in=Customer.objects.visible_to(request.user))
    seen = seen.select_related("customer__success_profile__csm", "customer__current_health")
    review = get_object_or_404(seen, id=review_id)
    mine = Customer.objects.editable_by(request.user).filter(id=review.customer_id)
    if request.method == "GET":
        return render(request, "reviews/held.html", _view(review, request, mine.exists()))
    if not mine.exists():
        raise NotAllowed("You may change the reviews of customers in your own book.")
    return _do(request, review)


def _do(request: PersonRequest, review: BusinessReview) -> HttpResponse:
    at, sent, customer = timezone.now(), request.POST, review.customer
    owners = owners_at(customer)
    minutes = MinutesForm(sent)
    items = ItemForms(sent, prefix="item", form_kwargs={"owners": owners})
    told: dict[str, Any] = {"review": review, "by": request.user, "at": at}
    deeds: dict[str, tuple[str, Any, Callable[[], object]]] = {
        "change": ("The minutes are saved.", minutes, lambda: actions.change_review(
            changes=minutes.cleaned_data, **told)),
        "agree": ("Added, as tasks too.", items, lambda: actions.agree_on(
            items=items_of(items, owners), **told)),
        "value": ("Written down.", None, lambda: write_value(sent, customer, request.user, at)),
        "confirm": ("Noted who confirmed it.", None, lambda: confirm(sent, customer, request.user, at)),
    }  # fmt: skip
    words, form, do = deeds.get(sent.get("do", "").partition(":")[0], ("", None, lambda: None))
    if form is not None and not form.is_valid():
        messages.error(request, "Say what is to be done, by whom and by when.")
        return redirect("held-review", review.id)
    try:
        do()
    except Refusal as refusal:
        messages.warning(request, refusal.message)
    else:
        messages.success(request, words)
    return redirect("held-review", review.id)


def _view(review: BusinessReview, request: PersonRequest, may_edit: bool) -> dict[str, Any]:
    customer, kind = review.customer, ReviewType(review.review_type)
    since = since_last(customer, kind, review.reviewed_at)
    shown: dict[str, Any] = {
        "review": review,
        "customer": customer,
        "planned": PlannedReview.objects.filter(review=review).select_related("organiser").first(),
        "attendees": list(zip(review.attendee_names, review.attendee_titles, strict=True)),
        "items": _items(review),
        "values": [(one, much(one)) for one in since.new_values],
        "since": since,
        "may_edit": may_edit,
        "day": timezone.localdate(),
    }
    if may_edit:
        shown |= {
            "item_forms": ItemForms(prefix="item", form_kwargs={"owners": owners_at(customer)}),
            "minutes": MinutesForm(initial={name: getattr(review, name) for name in CHANGED}),
            "value_form": ValueForm(today=timezone.localdate()),
            "edits": "edit" in request.GET,
        }
    return shown


def _items(review: BusinessReview) -> list[tuple[dict[str, Any], Task | None]]:
    """What was agreed on, each with its task; what came over the API has none."""
    tasks = Task.objects.filter(
        customer=review.customer_id, origin=Origin.REVIEW, origin_key__startswith=f"{review.id}:"
    ).select_related("owner")
    by_key = {task.origin_key.partition(":")[2]: task for task in tasks}
    kept = review.action_items or []
    listed = kept if isinstance(kept, list) else [kept]
    return [(_item(one), by_key.get(str(_item(one).get("key", "")))) for one in listed]


def _item(one: Any) -> dict[str, Any]:
    """An item as words, whatever form it came in."""
    if isinstance(one, dict) and "title" in one:
        return one
    if isinstance(one, dict):
        return {"title": "; ".join(f"{name}: {text}" for name, text in one.items())}
    return {"title": str(one)}
