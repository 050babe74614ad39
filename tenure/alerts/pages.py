"""The inbox of alerts, and what is done there."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from tenure.alerts import actions
from tenure.alerts.forms import OUTCOMES, SLEEPS, WorkForm
from tenure.alerts.inbox import OWNERS, ROWS, Inbox, sentence
from tenure.alerts.models import Alert
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission

USUAL_SLEEP_DAYS = 7
DONE = {
    "take": "You look after",
    "snooze": "Asleep:",
    "resolve": "Resolved",
    "reopen": "Open again:",
}


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def inbox(request: PersonRequest) -> HttpResponse:
    asked = Inbox.asked(request.GET, request.user)
    page = Paginator(asked.rows, ROWS).get_page(request.GET.get("page"))
    counts = asked.counts()
    shown = {
        "inbox": asked,
        "page": page,
        "rows": [(alert, sentence(alert, today())) for alert in page],
        "states": [(s, asked.address(state=s.value), n) for s, n in counts["states"].items()],
        "rules": [(r, asked.address(rule=r.value), n) for r, n in counts["rules"].items() if n],
        "all_rules": asked.address(rule=""),
        "owners": [(code, words, asked.address(owner=code)) for code, words in OWNERS],
        "next": asked.address(page=str(page.number + 1)) if page.has_next() else "",
        "previous": asked.address(page=str(page.number - 1)) if page.has_previous() else "",
        "may_work": request.user.may(Permission.CUSTOMERS_EDIT),
        "undo": request.GET.getlist("undo"),
        "sleeps": SLEEPS,
        "outcomes": OUTCOMES,
        "back": asked.address(),
    }
    return render(request, "alerts/inbox.html", shown)


@require_POST
@requires(Permission.CUSTOMERS_EDIT)
def work(request: PersonRequest) -> HttpResponse:
    """Do one thing with the alerts that were chosen, as far as they are this person's to work on."""
    form = WorkForm(request.POST)
    chosen = _mine(request)
    if not form.is_valid() or not chosen:
        messages.error(request, "Choose alerts of customers that you look after.")
        return redirect(_back(request))
    told = form.cleaned_data
    changed = _do(told, chosen, request)
    number = f"{changed} alert{'' if changed == 1 else 's'}"
    messages.success(request, f"{DONE[told['do']]} {number}.")
    address = _back(request)
    if told["do"] in ("snooze", "resolve"):
        sign = "&" if "?" in address else "?"
        address += sign + "&".join(f"undo={one}" for one in chosen)
    return redirect(address)


def _do(told: dict[str, Any], chosen: list[UUID], request: PersonRequest) -> int:
    by, at = request.user, timezone.now()
    match told["do"]:
        case "take":
            return actions.assign_alerts(alerts=chosen, owner=by, by=by, at=at)
        case "snooze":
            until = at.date() + timedelta(days=told["days"] or USUAL_SLEEP_DAYS)
            return actions.snooze_alerts(alerts=chosen, until=until, by=by, at=at)
        case "resolve":
            return actions.resolve_alerts(
                alerts=chosen, outcome=told["outcome"], note=told["note"], by=by, at=at
            )
        case _:
            return actions.reopen_alerts(alerts=chosen, by=by, at=at)


def _mine(request: PersonRequest) -> list[UUID]:
    """Those of the alerts in the form that this person may work on."""
    try:
        chosen = [UUID(told) for told in request.POST.getlist("alert")]
    except ValueError:
        return []
    found = Alert.objects.editable_by(request.user).filter(id__in=chosen)
    return list(found.values_list("id", flat=True))


def _back(request: PersonRequest) -> str:
    told = request.POST.get("back", "")
    address = reverse("alerts") + told if told.startswith("?") else told
    is_ours = url_has_allowed_host_and_scheme(address, None)
    return address if address.startswith("/") and is_ours else reverse("alerts")
