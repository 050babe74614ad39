"""Forms for signing in, for passwords, and for giving access."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth.forms import (
    AuthenticationForm,
    PasswordChangeForm,
    PasswordResetForm,
    SetPasswordForm,
)
from django.core.exceptions import ValidationError
from django.utils import timezone

from tenure.foundation.audit.trail import Machine, telling
from tenure.foundation.web.origin import address_of
from tenure.people import actions
from tenure.people.callers import Area
from tenure.people.models import Person
from tenure.people.roles import TEAM_ROLES


class SignInForm(AuthenticationForm):
    """E-mail and password. After too many failures the door stays closed for a while."""

    error_messages = {
        "invalid_login": "This e-mail address and password do not belong together.",
        "inactive": "This access has been taken away.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "E-mail"
        self.fields["username"].widget = forms.EmailInput(
            attrs={"autocomplete": "username", "autofocus": True}
        )

    def clean(self) -> dict[str, Any]:
        email = self.cleaned_data.get("username", "")  # as it is looked up, not as it was typed
        address = address_of(self.request) if self.request else None
        at = timezone.now()
        if actions.is_locked_out(email=email, address=address, at=at):
            raise ValidationError(
                "Too many sign-ins have failed. Wait a quarter of an hour, or reset the password."
            )
        try:
            return super().clean()
        except ValidationError:
            actions.note_failed_sign_in(email=email, address=address, at=at)
            with telling("sign_in.failed", by=Machine("Somebody"), at=at) as deed:
                deed.details["email"] = email[:254]
            raise


class ResetForm(PasswordResetForm):
    """Everybody with access may set a password by mail, also who never had one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "E-mail"

    def get_users(self, email: str) -> Iterable[Person]:
        return Person.objects.filter(email__iexact=email, is_active=True)


class NewPasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    def save(self, commit: bool = True) -> Person:
        password = self.cleaned_data["new_password1"]
        actions.change_password(
            person=self.user, password=password, by=self.user, at=timezone.now()
        )
        person: Person = self.user
        person.refresh_from_db()
        return person


class OwnPasswordForm(NewPasswordForm, PasswordChangeForm):
    field_order = ["old_password", "new_password1", "new_password2"]


class RoleForm(forms.Form):
    role = forms.ChoiceField(
        choices=[(role.code, f"{role.title}: {role.sentence}") for role in TEAM_ROLES],
        widget=forms.RadioSelect,
        initial="csm",
    )


class PersonForm(RoleForm):
    email = forms.EmailField(label="E-mail")
    name = forms.CharField(max_length=200)
    field_order = ["name", "email", "role"]


class TokenForm(forms.Form):
    """A token to make: what it is for, what it may, how long it works."""

    name = forms.CharField(
        label="Name", max_length=100, help_text="What it is for, to tell it by later."
    )
    may_write = forms.BooleanField(
        label="It may also change what your role may change", required=False
    )
    areas = forms.MultipleChoiceField(
        label="What it covers",
        choices=[(area.value, area.value.capitalize()) for area in Area],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="None chosen: all of it.",
    )
    days = forms.TypedChoiceField(
        label="It works",
        choices=[
            ("30", "for 30 days"),
            ("90", "for 90 days"),
            ("365", "for a year"),
            ("", "until it is revoked"),
        ],
        coerce=int,
        required=False,
        empty_value=None,
        initial="90",
    )
