"""Pages of drafts: changing one, checking it while it is typed, making it a version."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_http_methods, require_POST
from msgspec import to_builtins

from tenure.foundation.refusals import Refusal
from tenure.health import drafting, scorecards
from tenure.health.draft_view import DraftView
from tenure.health.forms import NoteForm, StartForm
from tenure.health.measures import Measure, title_of
from tenure.health.measures.own import measure_from
from tenure.health.models import Draft, OwnMeasure, Scorecard
from tenure.health.scorecard_pages import listed, named
from tenure.health.typed import typed, with_measure, without_measure
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.programme.differences import differences


@require_POST
@requires(Permission.HEALTH_CONFIGURE)
def start_draft(request: PersonRequest) -> HttpResponse:
    rows = list(Scorecard.objects.defer("definition").order_by("-number"))
    form = StartForm(request.POST, choices=named(rows))
    if not form.is_valid():
        return render(
            request, "health/scorecards.html", listed(request.user, start=form), status=422
        )
    told = form.cleaned_data
    card = scorecards.card_named(told["based_on"])
    draft = drafting.start_draft(
        name=told["name"], definition=scorecards.plain_values(card),
        based_on=Scorecard.objects.filter(version=card.version).first(),
        by=request.user, at=timezone.now(),
    )  # fmt: skip
    return redirect("draft", draft.id)


@require_http_methods(["GET", "POST"])
@requires(Permission.HEALTH_CONFIGURE)
def draft_page(request: PersonRequest, draft_id: UUID) -> HttpResponse:
    draft = get_object_or_404(Draft.objects.select_related("based_on", "person"), id=draft_id)
    if request.method == "POST":
        try:
            change(request, draft)
        except Refusal as refusal:
            draft.definition = typed(draft.definition, request.POST.dict())
            shown = shown_of(draft) | {"refusal": refusal.message}
            return render(request, "health/draft.html", shown, status=refusal.status)
        return redirect("draft", draft.id)
    return render(request, "health/draft.html", shown_of(draft))


def change(request: PersonRequest, draft: Draft) -> None:
    """Keep what was typed, and do what the pressed button says."""
    definition = typed(draft.definition, request.POST.dict())
    deed, _, told = request.POST.get("do", "").partition(".")
    code = request.POST.get(f"add.{told}", "")
    choices = {measure.code for measure in DraftView(definition, spare()).choices}
    if deed == "add" and code in choices:
        own = OwnMeasure.objects.filter(code=code).first()
        brought = to_builtins(own.as_scored()) if own else None
        definition = with_measure(definition, told, code, brought)
    elif deed == "remove":
        definition = without_measure(definition, told)
    drafting.change_draft(
        draft=draft, name=request.POST.get("name", draft.name), definition=definition,
        seen_at=parse_datetime(request.POST.get("seen_at", "")),
        by=request.user, at=timezone.now(),
    )  # fmt: skip


def spare() -> list[Measure]:
    """The measures that people made, to choose from."""
    return [measure_from(own.as_scored()) for own in OwnMeasure.objects.order_by("title", "id")]


def shown_of(draft: Draft) -> dict[str, Any]:
    view = DraftView(draft.definition, spare())
    now = scorecards.in_force()
    told = differences(now, view.card, title_of(now, view.card)) if view.card else []
    return {"draft": draft, "view": view, "note": NoteForm(), "differences": told}


@require_POST
@requires(Permission.HEALTH_CONFIGURE)
def check_draft(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """What is wrong with what stands in the fields, as parts of the page; nothing is kept."""
    draft = get_object_or_404(Draft, id=draft_id)
    view = DraftView(typed(draft.definition, request.POST.dict()))
    return render(request, "health/draft_checks.html", {"view": view})


@require_POST
@requires(Permission.HEALTH_CONFIGURE)
def finish_draft(request: PersonRequest, draft_id: UUID) -> HttpResponse:
    draft = get_object_or_404(Draft.objects.select_related("based_on", "person"), id=draft_id)
    form = NoteForm(request.POST)
    puts_in_force = request.POST.get("do") == "put"
    try:
        row = drafting.finish_draft(
            draft=draft, note=form.cleaned_data["note"] if form.is_valid() else "",
            puts_in_force=puts_in_force, by=request.user, at=timezone.now(),
        )  # fmt: skip
    except Refusal as refusal:
        shown = shown_of(draft) | {"refusal": refusal.message}
        return render(request, "health/draft.html", shown, status=refusal.status)
    more = " and is in force" if puts_in_force else ""
    messages.success(request, f"The draft is version {row.number}{more}.")
    return redirect("scorecard", row.number)


@require_POST
@requires(Permission.HEALTH_CONFIGURE)
def discard_draft(request: PersonRequest, draft_id: UUID) -> HttpResponse:
    draft = get_object_or_404(Draft, id=draft_id)
    drafting.discard_draft(draft=draft, by=request.user, at=timezone.now())
    messages.success(request, f"The draft “{draft.name}” is gone.")
    return redirect("scorecards")
