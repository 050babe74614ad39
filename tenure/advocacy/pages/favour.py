"""One favour, from the ask to what came of it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tenure.advocacy import actions, rules
from tenure.advocacy.finding import visible_favour
from tenure.advocacy.forms import AskForm, DealForm, DoneForm, ReasonForm
from tenure.advocacy.models import AdvocacyActivity
from tenure.advocacy.queries import asks_of, has_consent
from tenure.advocacy.words import AdvocacyStatus
from tenure.foundation.audit.sentences import sentences_of
from tenure.foundation.refusals import NotAllowed
from tenure.foundation.web.doing import done
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.programme.in_force import programme

MOVES = {
    "ask": AdvocacyStatus.REQUESTED, "agree": AdvocacyStatus.IN_PROGRESS,
    "complete": AdvocacyStatus.COMPLETED, "decline": AdvocacyStatus.DECLINED,
    "cancel": AdvocacyStatus.CANCELLED,
}  # fmt: skip


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def favour_page(request: PersonRequest, favour_id: UUID) -> HttpResponse:
    favour = visible_favour(favour_id, request.user)
    may_edit = AdvocacyActivity.objects.editable_by(request.user).filter(id=favour.id).exists()
    if request.method == "POST" and not may_edit:
        raise NotAllowed("You may change what customers in your own book do for us.")
    do = request.POST.get("do", "")
    told = _forms(request, favour, do)
    can = rules.NEXT.get(AdvocacyStatus(favour.status), ())
    if do in MOVES and MOVES[do] not in can:
        messages.warning(request, f"It is {favour.get_status_display().lower()} by now.")
        return redirect("favour", favour.id)
    if request.method == "POST" and _work_on(request, favour, do, told.get(do)):
        return redirect("favour", favour.id)
    asks = asks_of([favour.customer_id]).get(favour.customer_id, [])
    shown = {
        "favour": favour,
        "tab": "favours",
        "may_edit": may_edit,
        "forms": told,
        "can": {to.value for to in can},
        "rest": rules.rest(asks, favour.contact_id, today(), programme().advocacy.limits),
        "needs_consent": favour.activity_type in programme().advocacy.needs_consent,
        "has_consent": has_consent(
            favour.customer_id, favour.contact_id, favour.activity_type, today()
        ),
        "latest": sentences_of(favour.id, favour.customer_id, limit=6),
    }
    wrong = any(form.errors for form in told.values())
    return render(request, "advocacy/favour.html", shown, status=422 if wrong else 200)


def _forms(request: PersonRequest, favour: AdvocacyActivity, do: str) -> dict[str, forms.Form]:
    """By what they do; each field has an id of its own on the page."""

    def sent(name: str) -> dict[str, Any]:
        return {"data": request.POST if do == name else None, "auto_id": f"{name}_%s"}

    may_override = request.user.may(Permission.CUSTOMERS_ASSIGN)
    return {
        "ask": AskForm(may_override=may_override, **sent("ask")),
        "agree": forms.Form(**sent("agree")),
        "complete": DoneForm(activity=favour, today=today(), **sent("complete")),
        "decline": ReasonForm(**sent("decline")),
        "cancel": ReasonForm(**sent("cancel")),
        "link": DealForm(activity=favour, **sent("link")),
        "unlink": forms.Form(**sent("unlink")),
    }


def _work_on(
    request: PersonRequest, favour: AdvocacyActivity, do: str, form: forms.Form | None
) -> bool:
    """Whether it is done; what is wrong stands beside its field."""
    if form is None:
        return True
    if not form.is_valid():
        return False
    by: dict[str, Any] = {"activity": favour, "by": request.user, "at": timezone.now()}
    fields = dict(form.cleaned_data)
    deeds: dict[str, tuple[str, Callable[[], object]]] = {
        "ask": ("They are asked.", lambda: actions.ask_for_favour(**fields, **by)),
        "agree": ("They said yes.", lambda: actions.agree_favour(**by)),
        "complete": ("Done, and written down.",
                     lambda: actions.complete_favour(fields=fields, **by)),
        "decline": ("They said no. They are left in peace for a while.",
                    lambda: actions.decline_favour(**fields, **by)),
        "cancel": ("It is cancelled.", lambda: actions.cancel_favour(**fields, **by)),
        "link": ("The deal is noted.", lambda: actions.link_deal(fields=fields, **by)),
        "unlink": ("It helped no deal.", lambda: actions.unlink_deal(**by)),
    }  # fmt: skip
    words, deed = deeds[do]
    return done(request, form, words, deed)
