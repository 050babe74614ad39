"""What comes in about requests."""

from datetime import date, datetime
from typing import Any

from django import forms

from tenure.customers.models import Customer, Stakeholder
from tenure.foundation.web.forms import DayInput
from tenure.requests.models import LONGEST_THEME, Request
from tenure.requests.themes import themes
from tenure.usage.models import Feature

AMENDED = ("title", "theme", "details", "stakeholder", "feature", "asked_on")


class ThemeInput(forms.TextInput):
    """A word of one's own, with those that others chose on offer."""

    template_name = "requests/theme_input.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        told = context["widget"]["attrs"]
        told["list"] = f"{told.get('id', name)}_themes"
        return context | {"themes": themes()}


class RequestForm(forms.Form):
    """What a customer asks for, written down or put right."""

    title = forms.CharField(label="What do they ask for?", max_length=200)
    theme = forms.CharField(
        label="Theme", max_length=LONGEST_THEME, widget=ThemeInput({"autocomplete": "off"}),
        help_text="A short word that holds together who asks for much the same. Choose one, or name it.",
    )  # fmt: skip
    details = forms.CharField(
        label="In their words, and what for", required=False, max_length=20_000,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    asked_on = forms.DateField(label="Asked on", widget=DayInput())

    def __init__(self, *args: Any, customer: Customer, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"asked_on": today} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        there = Stakeholder.objects.filter(customer=customer).order_by("left_on", "name", "id")
        self.fields["stakeholder"] = forms.ModelChoiceField(
            there, label="Who?", required=False, empty_label="Nobody in particular"
        )
        self.fields["feature"] = forms.ModelChoiceField(
            Feature.objects.exclude(name="").order_by("name"), label="About which feature?",
            required=False, empty_label="None, or one that is not there",
        )  # fmt: skip
        self.order_fields(["title", "theme", "details", "stakeholder", "feature", "asked_on"])


class AmendForm(RequestForm):
    """`seen_at`: as of when the changer saw the request."""

    seen_at = forms.DateTimeField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, request: Request, today: date, **kwargs: Any) -> None:
        now = {name: getattr(request, name) for name in AMENDED}
        seen = request.updated_at.isoformat()
        super().__init__(
            *args, customer=request.customer, today=today, initial=now | {"seen_at": seen}, **kwargs
        )

    @property
    def changes(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in AMENDED}

    @property
    def seen(self) -> datetime:
        at: datetime = self.cleaned_data["seen_at"]
        return at


class AnswerForm(forms.Form):
    """What the customer is told with the step that is taken."""

    answer = forms.CharField(
        label="What they are told", required=False, max_length=5_000,
        widget=forms.Textarea({"rows": 3}), help_text="Whoever declines says why.",
    )  # fmt: skip
