"""What somebody does with alerts, as it comes in from a page."""

from django import forms

from tenure.alerts.words import AlertOutcome

DEEDS = ("take", "snooze", "resolve", "reopen")
SLEEPS = ((1, "until tomorrow"), (7, "for a week"), (30, "for 30 days"))
OUTCOMES = tuple((word.value, word.label) for word in AlertOutcome)


class WorkForm(forms.Form):
    """One deed with the alerts that were chosen."""

    do = forms.ChoiceField(choices=[(deed, deed) for deed in DEEDS])
    days = forms.TypedChoiceField(choices=SLEEPS, coerce=int, required=False)
    outcome = forms.TypedChoiceField(
        choices=OUTCOMES, coerce=AlertOutcome, required=False, empty_value=AlertOutcome.ACTION_TAKEN
    )
    note = forms.CharField(required=False, max_length=2000)
