"""The forms in which people say what they make of a customer's health."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from tenure.foundation.web.forms import DayInput
from tenure.health.words import OVERRIDE_DAYS, PULSE_DAYS, RATINGS

USUAL_OVERRIDE_DAYS = 30
BEST_FIRST = sorted(RATINGS.items(), reverse=True)


class PulseForm(forms.Form):
    """How somebody feels about a customer, and why."""

    rating = forms.TypedChoiceField(
        coerce=int, choices=BEST_FIRST, widget=forms.RadioSelect, label="How do you feel about it?"
    )
    reason = forms.CharField(
        label="Why?",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What you saw or heard. Whoever reads it later was not there.",
    )
    expires_on = forms.DateField(label="Counts until", widget=DayInput())

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"expires_on": today + timedelta(days=PULSE_DAYS)})
        super().__init__(*args, **kwargs)


class OverrideForm(forms.Form):
    """A score set by hand, until the end of a day."""

    score = forms.IntegerField(label="Score", min_value=0, max_value=100)
    until = forms.DateField(
        label="Holds until",
        widget=DayInput(),
        help_text=f"At most {OVERRIDE_DAYS} days. Then the computed score counts again.",
    )
    reason = forms.CharField(
        label="Why?",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What you know that the measures do not.",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"until": today + timedelta(days=USUAL_OVERRIDE_DAYS)})
        super().__init__(*args, **kwargs)
        self.fields["reason"].is_whole = True  # type: ignore[attr-defined]

    @property
    def expires_at(self) -> datetime:
        """The midnight that ends the last day."""
        day = self.cleaned_data["until"] + timedelta(days=1)
        return timezone.make_aware(datetime.combine(day, time.min))
