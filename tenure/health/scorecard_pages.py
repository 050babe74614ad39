"""Pages of scorecards: the versions, one of them, what differs, and which is in force."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from tenure.health import scorecards
from tenure.health.drafting import start_draft
from tenure.health.forms import ImportForm, NoteForm, StartForm
from tenure.health.measures import title_of
from tenure.health.models import Draft, Scorecard, ScorecardInForce
from tenure.health.pages import described
from tenure.health.scorecards import FILE, IN_FORCE, plain_values
from tenure.people.guards import PersonRequest, requires
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.programme.differences import differences
from tenure.programme.writing import toml_of

PERIODS_SHOWN = 20


def named(rows: list[Scorecard]) -> list[tuple[str, str]]:
    """What can be chosen: the one in force, the versions, and what comes with Tenure."""
    versions = [
        (str(row.number), f"Version {row.number}" + (f": {row.note[:60]}" if row.note else ""))
        for row in rows
    ]
    return [(IN_FORCE, "What is in force"), *versions, (FILE, "As it comes with Tenure")]


def listed(person: Person, **forms: Any) -> dict[str, Any]:
    """The page of all versions; with a form that was refused, or with fresh ones."""
    rows = list(Scorecard.objects.defer("definition").order_by("-number"))
    periods = ScorecardInForce.objects.select_related("scorecard").order_by("-id")[:PERIODS_SHOWN]
    shown = {
        "rows": rows,
        "may_configure": person.may(Permission.HEALTH_CONFIGURE),
        "version_in_force": scorecards.in_force().version,
        "periods": periods,
        "drafts": Draft.objects.select_related("person").defer("definition").order_by("name", "id"),
        "start": StartForm(choices=named(rows)),
        "importing": ImportForm(),
    }
    return shown | forms


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def scorecards_page(request: PersonRequest) -> HttpResponse:
    return render(request, "health/scorecards.html", listed(request.user))


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def version_page(request: PersonRequest, number: int) -> HttpResponse:
    row = scorecards.row_named(str(number))
    card = scorecards.card_of(row.definition)
    in_force = scorecards.in_force()
    shown = described(card) | {
        "row": row,
        "may_configure": request.user.may(Permission.HEALTH_CONFIGURE),
        "is_in_force": card.version == in_force.version,
        "differences": differences(in_force, card, title_of(in_force, card)),
        "note": NoteForm(),
    }
    return render(request, "health/scorecard.html", shown)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def export_scorecard(request: HttpRequest, name: str) -> HttpResponse:
    content = toml_of(scorecards.card_named(name))
    answer = HttpResponse(content, content_type="application/toml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="scorecard-{name}.toml"'
    return answer


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def differences_page(request: HttpRequest) -> HttpResponse:
    names = [request.GET.get("from", FILE), request.GET.get("to", IN_FORCE)]
    before, after = (scorecards.card_named(name) for name in names)
    rows = list(Scorecard.objects.defer("definition").order_by("-number"))
    shown = {
        "choices": named(rows),
        "pair": [("From", "from", names[0]), ("To", "to", names[1])],
        "titles": [dict(named(rows))[name] for name in names],
        "differences": differences(before, after, title_of(before, after)),
    }
    return render(request, "health/differences.html", shown)


@require_POST
@requires(Permission.HEALTH_CONFIGURE)
def put_in_force(request: PersonRequest, number: int) -> HttpResponse:
    row = scorecards.row_named(str(number))
    form = NoteForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    scorecards.put_in_force(scorecard=row, note=note, by=request.user, at=timezone.now())
    messages.success(request, f"Version {number} is in force. Scores follow at the next scoring.")
    return redirect("scorecards")


@require_POST
@requires(Permission.HEALTH_CONFIGURE)
def import_scorecard(request: PersonRequest) -> HttpResponse:
    """A file becomes a draft, to be looked at and tried before it is saved."""
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(
            request, "health/scorecards.html", listed(request.user, importing=form), status=422
        )
    name = str(form.cleaned_data["file"].name)[:100]
    draft = start_draft(
        name=name, definition=plain_values(form.cleaned_data["card"]),
        by=request.user, at=timezone.now(),
    )  # fmt: skip
    return redirect("draft", draft.id)
