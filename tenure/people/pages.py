"""Pages about access: signing in, the own account, who has access and what the roles permit."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import views as auth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenure.foundation.audit.trail import telling
from tenure.foundation.refusals import Refusal
from tenure.people import actions
from tenure.people.forms import (
    NewPasswordForm,
    OwnPasswordForm,
    PersonForm,
    ResetForm,
    RoleForm,
    SignInForm,
)
from tenure.people.guards import PersonRequest, requires
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.people.roles import ROLES


class SignIn(auth.LoginView):
    form_class = SignInForm
    template_name = "people/sign_in.html"
    redirect_authenticated_user = True

    def form_valid(self, form: SignInForm) -> HttpResponse:  # type: ignore[override]
        with telling("person.signed_in", by=form.get_user(), at=timezone.now()):
            actions.forget_failed_sign_ins(email=form.get_user().email)
            return super().form_valid(form)


class ChangePassword(auth.PasswordChangeView):
    form_class = OwnPasswordForm
    template_name = "people/change_password.html"
    success_url = reverse_lazy("you")

    def form_valid(self, form: OwnPasswordForm) -> HttpResponse:  # type: ignore[override]
        messages.success(self.request, "Your password is changed. Other browsers are signed out.")
        return super().form_valid(form)


class AskReset(auth.PasswordResetView):
    form_class = ResetForm
    template_name = "people/ask_reset.html"
    email_template_name = "people/reset_mail.txt"
    subject_template_name = "people/reset_subject.txt"
    success_url = reverse_lazy("reset-asked")


class ConfirmReset(auth.PasswordResetConfirmView):
    form_class = NewPasswordForm
    template_name = "people/confirm_reset.html"
    success_url = reverse_lazy("sign-in")

    def form_valid(self, form: NewPasswordForm) -> HttpResponse:  # type: ignore[override]
        messages.success(self.request, "Your password is set. Sign in with it.")
        return super().form_valid(form)


@require_GET
def you(request: PersonRequest) -> HttpResponse:
    """The own account; everybody who is signed in has one."""
    return render(request, "people/you.html", {"role": request.user.role_class})


@require_GET
@requires(Permission.PEOPLE_VIEW)
def people_list(request: HttpRequest) -> HttpResponse:
    people = Person.objects.order_by("-is_active", "name", "id")
    return render(request, "people/list.html", {"people": people, "roles": ROLES})


@require_http_methods(["GET", "POST"])
@requires(Permission.PEOPLE_EDIT)
def add_person(request: PersonRequest) -> HttpResponse:
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        role = actions.role_named(told["role"])
        try:
            person = actions.add_person(
                email=told["email"], name=told["name"], role=role, password=None,
                by=request.user, at=timezone.now(),
            )  # fmt: skip
        except actions.AlreadyHere as refusal:
            form.add_error("email", refusal.message)
        else:
            send_invitation(request, person)
            messages.success(
                request, f"{person} has access, and mail with a link to set a password."
            )
            return redirect("people")
    return render(request, "people/add.html", {"form": form}, status=422 if form.errors else 200)


def send_invitation(request: HttpRequest, person: Person) -> None:
    """The mail with the link by which somebody new sets a password."""
    form = ResetForm({"email": person.email})
    if form.is_valid():
        form.save(
            request=request,
            use_https=request.is_secure(),
            email_template_name="people/invitation_mail.txt",
            subject_template_name="people/invitation_subject.txt",
        )


@require_http_methods(["GET", "POST"])
@requires(Permission.PEOPLE_EDIT)
def edit_person(request: PersonRequest, person_id: UUID) -> HttpResponse:
    person = get_object_or_404(Person, id=person_id)
    form = RoleForm(request.POST or None, initial={"role": person.role})
    if request.method == "POST" and form.is_valid():
        role = actions.role_named(form.cleaned_data["role"])
        try:
            actions.change_role(person=person, role=role, by=request.user, at=timezone.now())
        except Refusal as refusal:
            form.add_error("role", refusal.message)
        else:
            messages.success(request, f"{person} is now {role.title}.")
            return redirect("people")
    shown = {"form": form, "person": person}
    return render(request, "people/edit.html", shown, status=422 if form.errors else 200)


@require_POST
@requires(Permission.PEOPLE_EDIT)
def deactivate_person(request: PersonRequest, person_id: UUID) -> HttpResponse:
    person = get_object_or_404(Person, id=person_id)
    actions.deactivate_person(person=person, by=request.user, at=timezone.now())
    messages.success(request, f"{person} has no access any more.")
    return redirect("people")


@require_POST
@requires(Permission.PEOPLE_EDIT)
def reactivate_person(request: PersonRequest, person_id: UUID) -> HttpResponse:
    person = get_object_or_404(Person, id=person_id)
    actions.reactivate_person(person=person, by=request.user, at=timezone.now())
    messages.success(request, f"{person} has access again.")
    return redirect("people")
