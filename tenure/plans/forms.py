"""Plans, objectives, milestones and sign-offs as they come in from a page."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from tenure.foundation.web.forms import DayInput
from tenure.people.models import Person
from tenure.plans.models import Milestone
from tenure.plans.words import Direction, MilestonePriority, Side
from tenure.programme.in_force import programme


class Lines(forms.CharField):
    """A list of texts, one a line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 3}), required=False, **options)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


def figure(label: str, **options: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=False, max_digits=18, decimal_places=4,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}), **options,
    )  # fmt: skip


class PlanForm(forms.Form):
    title = forms.CharField(label="Title", max_length=200)
    description = forms.CharField(
        label="What it is for", required=False, max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    starts_on = forms.DateField(label="Starts", widget=DayInput())
    ends_on = forms.DateField(label="Ends", widget=DayInput(), required=False)
    business_objectives = Lines(label="The customer’s own goals", help_text="One a line.")
    notes = forms.CharField(
        label="Notes", required=False, max_length=20_000, help_text="For us; no part of what is signed.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class ObjectiveForm(forms.Form):
    title = forms.CharField(label="What is to be reached?", max_length=200)
    unit = forms.CharField(label="In what?", required=False, max_length=60,
                           help_text="percent, hours, $ …")  # fmt: skip
    baseline = figure("From", help_text="Where it stands; empty while nobody knows.")
    target = figure("To")
    direction = forms.ChoiceField(label="Which way is better?", choices=Direction.choices())
    metric = forms.ChoiceField(label="The programme’s metric", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        metrics = [(one.code, one.title) for one in programme().metrics.metric]
        gone = (kwargs.get("initial") or {}).get("metric", "")
        if gone and gone not in dict(metrics):
            metrics.append((gone, gone))
        self.fields["metric"].choices = [("", "none"), *metrics]  # type: ignore[attr-defined]


class MeasurementForm(forms.Form):
    value = forms.DecimalField(
        label="Measured", max_digits=18, decimal_places=4,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )  # fmt: skip
    measured_on = forms.DateField(label="On", widget=DayInput())
    note = forms.CharField(label="Note", required=False, max_length=500)


class MilestoneForm(forms.Form):
    title = forms.CharField(label="Milestone", max_length=200)
    due_on = forms.DateField(label="Due", widget=DayInput())
    priority = forms.ChoiceField(label="Priority", choices=MilestonePriority.choices())
    owned_by = forms.ModelChoiceField(
        label="Who of us sees to it?", queryset=Person.objects.none(), required=False
    )
    owner = forms.CharField(
        label="Who does it?", required=False, max_length=200, help_text="Also somebody at the customer."
    )  # fmt: skip
    deliverables = Lines(label="Deliverables", help_text="One a line.")
    done_when = Lines(label="Done when", help_text="One condition a line.")
    description = forms.CharField(
        label="Description", required=False, max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    after = forms.ModelMultipleChoiceField(
        label="Comes after", queryset=Milestone.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(
        self, *args: Any, others: Sequence[Milestone], milestone: Milestone | None, **kwargs: Any
    ) -> None:
        """`others` can come before this one. The day of one that is there is moved, not edited."""
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["owned_by"].queryset = Person.objects.csms()
        ids = [one.id for one in others]
        fields["after"].queryset = Milestone.objects.filter(id__in=ids).order_by("due_on", "id")
        if milestone is not None:
            del fields["due_on"]
        if not ids:
            del fields["after"]


class MoveForm(forms.Form):
    due_on = forms.DateField(label="New day", widget=DayInput())
    carries = forms.BooleanField(label="Move those after it along", required=False)


class SignForm(forms.Form):
    side = forms.ChoiceField(label="For whom?", choices=Side.choices())
    name = forms.CharField(label="Who signed?", max_length=200)
    role = forms.CharField(label="As what?", required=False, max_length=200)
    signed_on = forms.DateField(label="On", widget=DayInput())
    version = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, today: date, version: int | None, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"signed_on": today, "version": version})
        super().__init__(*args, **kwargs)
