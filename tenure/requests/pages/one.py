"""One request: what is asked for, what the customer was told, and the next step."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tenure.customers.finding import editable_customer
from tenure.foundation.audit.sentences import sentences_of
from tenure.foundation.web.doing import done
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.requests import actions, rules
from tenure.requests.finding import visible_request
from tenure.requests.forms import AmendForm, AnswerForm
from tenure.requests.models import Request
from tenure.requests.queries import behind_themes
from tenure.requests.words import RequestState

OTHERS = 6
STEPS: dict[str, tuple[str, Callable[..., Request]]] = {
    "acknowledge": ("They know that it was heard.", actions.acknowledge_request),
    "plan": ("They know that it is planned.", actions.plan_request),
    "deliver": ("It is there, and they know.", actions.deliver_request),
    "decline": ("It is declined, and they know why.", actions.decline_request),
}


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def request_page(request: PersonRequest, request_id: UUID) -> HttpResponse:
    one = visible_request(request_id, request.user)
    if request.method == "POST":
        editable_customer(one.customer_id, request.user)
    do = request.POST.get("do", "")
    answer = AnswerForm(request.POST if do in STEPS else None, auto_id="answer_%s")
    sent = request.POST if do == "amend" else None
    amend = AmendForm(sent, request=one, today=today(), auto_id="amend_%s")
    if request.method == "POST" and _work_on(request, one, do, answer, amend):
        taken = urlencode({"undo": one.state}) if do in STEPS else ""
        return redirect(f"{request.path}?{taken}" if taken else request.path)
    state = RequestState(one.state)
    shown = {
        "one": one,
        "may_edit": Request.objects.editable_by(request.user).filter(id=one.id).exists(),
        "answer": answer,
        "amend": amend,
        "can": {to.value for to in rules.FOLLOWS[state]},
        "back": rules.before(state),
        "undo": _undo(request.GET.get("undo", ""), state),
        "latest": sentences_of(one.id, one.customer_id, limit=12),
    } | _others(request, one)
    wrong = answer.errors or amend.errors
    return render(request, "requests/request.html", shown, status=422 if wrong else 200)


def _undo(told: str, state: RequestState) -> RequestState | None:
    """The state that the step just taken came from, if it can be taken back."""
    to = RequestState(told) if RequestState.has(told) else None
    return to if to and rules.may_go_back(state, to) else None


def _others(request: PersonRequest, one: Request) -> dict[str, Any]:
    """Who else asks for something of this theme, and what stands behind it."""
    of_theme = Request.objects.visible_to(request.user).filter(theme=one.theme).open()
    found = of_theme.exclude(id=one.id).select_related("customer").order_by("-asked_on", "-id")
    behind = behind_themes(of_theme, most=1)
    return {"others": found[:OTHERS], "behind": behind[0] if behind else None}


def _work_on(
    request: PersonRequest, one: Request, do: str, answer: AnswerForm, amend: AmendForm
) -> bool:
    """Whether it is done; what is wrong stands beside its field."""
    by: dict[str, Any] = {"request": one, "by": request.user, "at": timezone.now()}
    if do in STEPS and answer.is_valid():
        words, step = STEPS[do]
        told = answer.cleaned_data["answer"]
        return done(request, answer, words, lambda: step(answer=told, **by))
    if do == "amend" and amend.is_valid():
        changes: dict[str, Any] = {"changes": amend.changes, "seen_at": amend.seen}
        return done(request, amend, "It is changed.",
                    lambda: actions.amend_request(**changes, **by))  # fmt: skip
    if do == "back":
        to = request.POST.get("to", "")
        back = RequestState(to) if RequestState.has(to) else None
        return done(request, None, "It is taken back.",
                    lambda: actions.reopen_request(to=back, **by))  # fmt: skip
    return not (answer.errors or amend.errors)
