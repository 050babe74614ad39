"""Pages of measures of one's own: what there is, a new one with its preview, one of them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from tenure.customers.models import Customer
from tenure.foundation.refusals import Refusal
from tenure.health import inventing
from tenure.health.forms import MeasureForm
from tenure.health.measures.known_facts import FACTS
from tenure.health.measures.own import measure_from
from tenure.health.models import OwnMeasure
from tenure.health.previewing import preview
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission


@require_http_methods(["GET", "POST"])
@requires(Permission.HEALTH_CONFIGURE)
def measures_page(request: PersonRequest) -> HttpResponse:
    """The list, and a form for a new one that can be tried before it is kept."""
    form = MeasureForm(request.POST or None)
    shown: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        if request.POST.get("do") == "try":
            shown = previewed(request, OwnMeasure(code="own_tried", **told))
        else:
            measure = inventing.add_measure(fields=told, by=request.user, at=timezone.now())
            messages.success(request, f"“{measure}” can be counted in scorecards now.")
            return redirect("own-measure", measure.id)
    own = OwnMeasure.objects.select_related("person").order_by("title", "id")
    shown |= {"form": form, "own": own, "facts": facts_by_source()}
    return render(request, "health/measures.html", shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@requires(Permission.HEALTH_CONFIGURE)
def measure_page(request: PersonRequest, measure_id: UUID) -> HttpResponse:
    measure = get_object_or_404(OwnMeasure, id=measure_id)
    fields = {name: getattr(measure, name) for name in inventing.FIELDS}
    form = MeasureForm(request.POST or None, initial=fields)
    shown: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        if request.POST.get("do") == "try":
            shown = previewed(request, OwnMeasure(code=measure.code, **told))
        elif save(request, measure, form):
            messages.success(request, f"“{told['title']}” is changed.")
            return redirect("own-measure", measure.id)
    elif request.method == "GET":
        shown = previewed(request, measure)
    shown |= {
        "form": form, "measure": measure, "facts": facts_by_source(),
        "counted_in": inventing.counted_in(measure),
    }  # fmt: skip
    return render(request, "health/measure.html", shown, status=422 if form.errors else 200)


def save(request: PersonRequest, measure: OwnMeasure, form: MeasureForm) -> bool:
    try:
        inventing.change_measure(
            measure=measure, fields=form.cleaned_data, by=request.user, at=timezone.now()
        )
    except Refusal as refusal:
        form.add_error("expression", refusal.message)
        return False
    return True


def previewed(request: PersonRequest, measure: OwnMeasure) -> dict[str, Any]:
    """What it says of the customers there are; examples only of those that one may see."""
    meant = measure_from(measure.as_scored())
    told = preview(meant, timezone.localdate())
    found = Customer.objects.visible_to(request.user).in_bulk([id_ for id_, _ in told.examples])
    examples = [(found[id_], meant.figure(n)) for id_, n in told.examples if id_ in found]
    figures = [("Least", told.least), ("Median", told.median), ("Most", told.most)]
    return {
        "preview": told,
        "examples": examples,
        "figures": [(name, meant.figure(n)) for name, n in figures if n is not None],
        "bars": [(meant.figure(bar.low), meant.figure(bar.high), bar) for bar in told.bars],
    }


@require_POST
@requires(Permission.HEALTH_CONFIGURE)
def remove_measure(request: PersonRequest, measure_id: UUID) -> HttpResponse:
    measure = get_object_or_404(OwnMeasure, id=measure_id)
    inventing.remove_measure(measure=measure, by=request.user, at=timezone.now())
    messages.success(request, f"“{measure.title}” is not offered any more.")
    return redirect("measures")


def facts_by_source() -> dict[str, list[tuple[str, str]]]:
    """The dictionary of facts, as the page shows it."""
    told: dict[str, list[tuple[str, str]]] = {}
    for name, (meaning, source) in FACTS.items():
        told.setdefault(source, []).append((name, meaning))
    return told
