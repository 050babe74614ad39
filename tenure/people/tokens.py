"""The page of API tokens: one's own, and for administrators everybody's."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from tenure.foundation.ids import new_id
from tenure.people import actions
from tenure.people.forms import TokenForm
from tenure.people.guards import PersonRequest
from tenure.people.models import ApiToken, Person
from tenure.people.permissions import Permission

MOST_SHOWN = 200
USED = "token sheets"  # forms that a token was made from


def tokens_of(person: Person) -> QuerySet[ApiToken]:
    tokens = ApiToken.objects.select_related("person").order_by("-created_at")
    return tokens if person.may(Permission.PEOPLE_EDIT) else tokens.filter(person=person)


@never_cache
@require_http_methods(["GET", "POST"])
def token_list(request: PersonRequest) -> HttpResponse:
    """Everybody who is signed in may have tokens: they may no more than their person."""
    form, made, at = TokenForm(request.POST or None), "", timezone.now()
    if request.method == "POST" and is_sent_again(request):
        return redirect("tokens")
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        made = actions.create_token(
            person=request.user,
            name=told["name"],
            may_write=told["may_write"],
            areas=told["areas"],
            expires_at=at + timedelta(days=told["days"]) if told["days"] else None,
            by=request.user,
            at=at,
        )
        request.session[USED] = [
            request.POST.get("sheet", new_id().hex),
            *request.session.get(USED, []),
        ][:20]
        form = TokenForm()
    tokens = tokens_of(request.user)[:MOST_SHOWN]
    shown = {"form": form, "made": made, "tokens": tokens, "at": at, "sheet": new_id()}
    return render(request, "people/tokens.html", shown, status=422 if form.errors else 200)


def is_sent_again(request: PersonRequest) -> bool:
    """Whether a token was made from this very form: by a reload, or a second click. The token is on
    the page that answered first, and nowhere else."""
    return request.POST.get("sheet", "") in request.session.get(USED, [])


@require_POST
def revoke_token(request: PersonRequest, token_id: UUID) -> HttpResponse:
    token = get_object_or_404(tokens_of(request.user), id=token_id)
    actions.revoke_token(token=token, by=request.user, at=timezone.now())
    messages.success(request, f"The token “{token.name}” is revoked.")
    return redirect("tokens")
