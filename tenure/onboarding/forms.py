"""Onboarding as it comes in from a page."""

from datetime import date
from typing import Any

from django import forms

from tenure.foundation.web.forms import DayInput
from tenure.onboarding.words import ValueKind


class StartForm(forms.Form):
    kickoff_on = forms.DateField(
        label="Kickoff", widget=DayInput(), help_text="All other days follow from it."
    )


class ReasonForm(forms.Form):
    """Stands among other buttons, so the browser must not ask for it; the deed that needs it does."""

    reason = forms.CharField(
        label="Why?", required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 2})
    )


class MoveForm(forms.Form):
    due_on = forms.DateField(label="New day", widget=DayInput())
    carries = forms.BooleanField(label="Move those after it along", required=False)


class ValueForm(forms.Form):
    what = forms.CharField(label="What was achieved?", max_length=300)
    kind = forms.ChoiceField(
        label="What is it?", choices=ValueKind.choices(), initial=ValueKind.OTHER.value,
        required=False,
    )  # fmt: skip
    amount = forms.DecimalField(label="How much?", required=False, max_digits=14, decimal_places=2)
    unit = forms.CharField(
        label="In what?", required=False, max_length=60, help_text="hours, policies, $ …"
    )
    achieved_on = forms.DateField(label="Since when?", widget=DayInput())
    confirmed_by = forms.CharField(label="Confirmed by", required=False, max_length=200)
    confirmed_on = forms.DateField(label="Confirmed on", required=False, widget=DayInput())

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or ValueKind.OTHER.value

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"achieved_on": today, "kind": ValueKind.OTHER.value})
        super().__init__(*args, **kwargs)
