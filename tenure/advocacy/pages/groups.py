"""Advisory boards and user groups: who belongs to them, when they met, who came and who contributed."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Count, Max, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tenure.advocacy import actions
from tenure.advocacy.finding import member_of, visible_group
from tenure.advocacy.group_forms import GroupForm, GroupWordsForm, MeetingForm, MemberForm
from tenure.advocacy.models import Group, GroupMeeting, Member
from tenure.customers.finding import editable_customer
from tenure.foundation.refusals import NotAllowed
from tenure.foundation.web.doing import done
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission

MEETINGS = 24
COMING_AND_GOING: dict[str, tuple[str, Callable[..., Member]]] = {
    "remove": ("left.", actions.remove_member),
    "keep": ("is a member as before.", actions.keep_member),
}


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def groups(request: PersonRequest) -> HttpResponse:
    may_edit = request.user.may(Permission.CUSTOMERS_EDIT)
    if request.method == "POST" and not may_edit:
        raise NotAllowed(f"Your role may not {Permission.CUSTOMERS_EDIT}.")
    form = GroupForm(request.POST or None)
    if form.is_valid():
        made: list[Group] = []
        if done(request, form, "The group is open.", lambda: made.append(actions.open_group(
            **form.cleaned_data, by=request.user, at=timezone.now()
        ))):  # fmt: skip
            return redirect("group", made[0].id)
    there = Q(members__left_on=None)
    found = Group.objects.annotate(
        people=Count("members", filter=there, distinct=True),
        customers=Count("members__customer", filter=there, distinct=True),
        last_met=Max("meetings__held_on"),
    )
    shown = {"groups": found.order_by("kind", "name"), "form": form, "may_edit": may_edit,
             "tab": "groups"}  # fmt: skip
    return render(request, "advocacy/groups.html", shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def group_page(request: PersonRequest, group_id: UUID) -> HttpResponse:
    group = visible_group(group_id, request.user)
    may_edit = request.user.may(Permission.CUSTOMERS_EDIT)
    if request.method == "POST" and not may_edit:
        raise NotAllowed(f"Your role may not {Permission.CUSTOMERS_EDIT}.")
    do = request.POST.get("do", "")
    members = _members(group)
    there = [one for one in members if one.left_on is None]
    told = _forms(request, group, do, there)
    if request.method == "POST" and _work_on(request, group, do, told.get(do)):
        return redirect("group", group.id)
    names = {one.id: str(one) for one in members}
    met = GroupMeeting.objects.filter(group=group).order_by("-held_on", "-id")[:MEETINGS]
    shown = {
        "group": group,
        "members": there,
        "left": [one for one in members if one.left_on],
        "met": [(one, [names[who] for who in one.contributed]) for one in met],
        "forms": told,
        "may_edit": may_edit,
        "tab": "groups",
    }
    wrong = any(form.errors for form in told.values())
    return render(request, "advocacy/group.html", shown, status=422 if wrong else 200)


def _forms(
    request: PersonRequest, group: Group, do: str, there: list[Member]
) -> dict[str, forms.Form]:
    """By what they do; each field has an id of its own on the page."""
    words = {"name": group.name, "purpose": group.purpose}

    def sent(name: str) -> dict[str, Any]:
        return {"data": request.POST if do == name else None, "auto_id": f"{name}_%s"}

    return {
        "add": MemberForm(**sent("add")),
        "hold": MeetingForm(**sent("hold"), members=there, today=today()),
        "change": GroupWordsForm(**sent("change"), initial=words),
    }


def _members(group: Group) -> list[Member]:
    found = Member.objects.filter(group=group).select_related(
        "customer__current_health", "customer__success_profile__csm", "contact"
    )
    return list(found.order_by("customer__name", "contact__name", "id"))


def _work_on(request: PersonRequest, group: Group, do: str, form: forms.Form | None) -> bool:
    by: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    if do in COMING_AND_GOING:
        member = member_of(request.POST.get("member", ""), group)
        editable_customer(member.customer_id, request.user)
        words, deed = COMING_AND_GOING[do]
        return done(request, None, f"{member} {words}", lambda: deed(member=member, **by))
    if form is None:
        return True
    if not form.is_valid():
        return False
    fields = dict(form.cleaned_data)
    if do == "change":
        return done(request, form, "It is changed.",
                    lambda: actions.change_group(group=group, changes=fields, **by))  # fmt: skip
    if do == "add":
        editable_customer(fields["customer"].id, request.user)
        return done(request, form, "They are in.",
                    lambda: actions.add_member(group=group, **fields, **by))  # fmt: skip
    for name in ("came", "contributed"):
        fields[name] = [UUID(one) for one in fields[name]]
    hold: Callable[[], object] = lambda: actions.hold_meeting(group=group, **fields, **by)
    return done(request, form, "The meeting is written down.", hold)
