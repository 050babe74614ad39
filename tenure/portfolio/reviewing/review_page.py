"""A scheduled review: prepared, moved, called off, held."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_http_methods

from tenure.foundation.refusals import NotAllowed, Refusal
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.portfolio.reviewing.agenda import propose_agenda
from tenure.portfolio.reviewing.agenda_form import agenda_sent, with_new
from tenure.portfolio.reviewing.attendees_form import attendees_sent
from tenure.portfolio.reviewing.forms import (
    ItemForms,
    MinutesForm,
    MoveForm,
    PlaceForm,
    WhenForm,
    items_of,
    owners_at,
)
from tenure.portfolio.reviewing.review_view import review_view
from tenure.portfolio.reviewing.since import since_last
from tenure.portfolio.reviewing.value_deeds import confirm, write_value
from tenure.reviews import actions
from tenure.reviews.lines import agenda_of, attendees_of
from tenure.reviews.models import PlannedReview, ReviewType

AGENDA_DEEDS = ("agenda", "up", "down", "drop", "propose")


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def review_page(request: PersonRequest, review_id: UUID) -> HttpResponse:
    planned = planned_of(request, review_id)
    may_edit = PlannedReview.objects.editable_by(request.user).filter(id=planned.id).exists()
    if request.method == "GET":
        return _shown(request, planned, may_edit)
    if not may_edit:
        raise NotAllowed("You may change the reviews of customers in your own book.")
    deed = request.POST.get("do", "").partition(":")[0]
    if deed == "hold":
        return _hold(request, planned)
    return _do(request, planned, deed)


def planned_of(request: PersonRequest, review_id: UUID) -> PlannedReview:
    found = PlannedReview.objects.visible_to(request.user).select_related(
        "customer__success_profile__csm", "customer__current_health", "organiser", "review"
    )
    planned: PlannedReview = get_object_or_404(found, id=review_id)
    return planned


def _shown(
    request: PersonRequest, planned: PlannedReview, may_edit: bool, **forms: Any
) -> HttpResponse:
    shown = review_view(planned, timezone.now(), may_edit=may_edit) | forms
    return render(request, "reviews/review.html", shown, status=422 if forms else 200)


def _do(request: PersonRequest, planned: PlannedReview, deed: str) -> HttpResponse:
    at = timezone.now()
    told: dict[str, Any] = {"planned": planned, "by": request.user, "at": at}
    reason = request.POST.get("reason", "")
    deeds: dict[str, tuple[str, Callable[[], object]]] = {
        **dict.fromkeys(AGENDA_DEEDS, ("The agenda is saved.", lambda: _agenda(request, planned, at))),
        "people": ("Saved who comes.", lambda: actions.prepare_review(attendees=attendees_sent(
            request.POST, planned.customer, attendees_of(planned.attendees)), facts={}, **told)),
        "place": ("Saved.", lambda: actions.prepare_review(facts=_cleaned(PlaceForm(request.POST)), **told)),
        "move": ("It is moved.", lambda: actions.move_review(
            scheduled_at=_moment(MoveForm(request.POST)), reason=reason, **told)),
        "cancel": ("It is cancelled.", lambda: actions.cancel_review(reason=reason, **told)),
        "value": ("Written down.", lambda: write_value(
            request.POST, planned.customer, request.user, at)),
        "confirm": ("Noted who confirmed it.", lambda: confirm(
            request.POST, planned.customer, request.user, at)),
        "reinstate": ("It is back on.", lambda: actions.reinstate_review(**told)),
        "miss": ("Noted that it was missed.", lambda: actions.miss_review(reason=reason, **told)),
    }  # fmt: skip
    words, do = deeds.get(deed, ("", lambda: None))
    try:
        do()
    except Refusal as refusal:
        messages.warning(request, refusal.message)
    else:
        if words:
            messages.success(request, words)
    place = {"people": "#people", "move": "#time", "place": "#time"}.get(deed, "")
    place = "#agenda" if deed in AGENDA_DEEDS else place
    return HttpResponseRedirect(request.path + place)


def _agenda(request: PersonRequest, planned: PlannedReview, at: datetime) -> None:
    agenda = agenda_sent(request.POST, agenda_of(planned.agenda))
    if request.POST.get("do") == "propose":
        kind = ReviewType(planned.review_type)
        agenda = with_new(agenda, propose_agenda(since_last(planned.customer, kind, at), kind))
    actions.prepare_review(
        planned=planned, agenda=agenda, facts={}, by=request.user, at=at,
        seen_at=parse_datetime(request.POST.get("seen", "")),
    )  # fmt: skip


def _cleaned(form: PlaceForm) -> dict[str, Any]:
    if not form.is_valid():
        raise _unclear(form)
    return form.cleaned_data


def _moment(form: WhenForm) -> datetime:
    if not form.is_valid():
        raise _unclear(form)
    return form.moment


def _unclear(form: Any) -> Refusal:
    return Refusal(
        " ".join(f"{form.fields[name].label}: {words[0]}" for name, words in form.errors.items())
    )


def _hold(request: PersonRequest, planned: PlannedReview) -> HttpResponse:
    owners = owners_at(planned.customer)
    when, minutes = WhenForm(request.POST, prefix="held"), MinutesForm(request.POST)
    items = ItemForms(request.POST, prefix="item", form_kwargs={"owners": owners})
    if not (when.is_valid() and minutes.is_valid() and items.is_valid()):
        return _shown(request, planned, may_edit=True, when=when, minutes=minutes, items=items)
    try:
        review = actions.hold_planned_review(
            planned=planned, reviewed_at=when.moment, present=request.POST.getlist("present"),
            items=items_of(items, owners), facts=minutes.cleaned_data, by=request.user,
            at=timezone.now(),
        )  # fmt: skip
    except Refusal as refusal:
        messages.warning(request, refusal.message)
        return _shown(request, planned, may_edit=True, when=when, minutes=minutes, items=items)
    messages.success(request, "The minutes are written down, and what was agreed on are tasks.")
    return redirect("held-review", review.id)
