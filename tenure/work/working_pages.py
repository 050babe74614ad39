"""What is done with the tasks that were chosen, and how it is undone."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.work import actions
from tenure.work.forms import WorkForm
from tenure.work.models import Task
from tenure.work.words import TaskState

SAID = {
    "done": "Done:", "cancel": "Cancelled:", "reopen": "Open again:", "move": "Moved", "take": "Yours:",
}  # fmt: skip
OFFER_UNDO = ("tasks", "customer-work")


@require_POST
@requires(Permission.CUSTOMERS_EDIT)
def work(request: PersonRequest) -> HttpResponse:
    """Do one thing with the tasks that were chosen, as far as they are this person's to work on."""
    form, chosen = WorkForm(request.POST), _mine(request, request.POST.getlist("task"))
    if not form.is_valid() or not chosen:
        messages.error(request, "Choose tasks that are yours, or of customers that you look after.")
        return redirect(back_of(request))
    told = form.cleaned_data
    changed = _do(told, chosen, request)
    messages.success(request, f"{SAID[told['do']]} {changed} task{'' if changed == 1 else 's'}.")
    address = back_of(request)
    if told["do"] in ("done", "cancel") and _name_of(address) in OFFER_UNDO:
        sign = "&" if "?" in address else "?"
        address += sign + "&".join(f"undo={one}" for one in chosen)
    return redirect(address)


def undo_of(request: PersonRequest) -> list[UUID]:
    """The tasks in the address that were put away, and may be opened again."""
    told = request.GET.getlist("undo")
    return _mine(request, told, ended=True) if told else []


def back_of(request: PersonRequest) -> str:
    """The page to go back to; the list of tasks where the form names none of ours."""
    told = request.POST.get("back", "") or request.GET.get("back", "")
    address = reverse("tasks") + told if told.startswith("?") else told
    is_ours = url_has_allowed_host_and_scheme(address, None)
    return address if address.startswith("/") and is_ours else reverse("tasks")


def _name_of(address: str) -> str:
    try:
        return resolve(urlsplit(address).path).url_name or ""
    except Resolver404:
        return ""


def _do(told: dict[str, Any], chosen: list[UUID], request: PersonRequest) -> int:
    by: dict[str, Any] = {"tasks": chosen, "by": request.user, "at": timezone.now()}
    match told["do"]:
        case "done":
            return actions.complete_tasks(note=told["note"], **by)
        case "cancel":
            return actions.cancel_tasks(note=told["note"], **by)
        case "move":
            return actions.move_tasks(days=told["days"] or 1, **by)
        case "take":
            return actions.hand_over_tasks(owner=request.user, **by)
        case _:
            return actions.reopen_tasks(**by)


def _mine(request: PersonRequest, told: Iterable[str], *, ended: bool = False) -> list[UUID]:
    """Those of the tasks that this person may work on."""
    try:
        chosen = [UUID(one) for one in told]
    except ValueError:
        return []
    found = Task.objects.editable_by(request.user).filter(id__in=chosen)
    found = found.exclude(state=TaskState.OPEN) if ended else found
    return list(found.values_list("id", flat=True))
