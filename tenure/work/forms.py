"""Tasks and touchpoints as they come in from a page."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from tenure.foundation.web.forms import DayInput
from tenure.people.models import Person
from tenure.programme.words import TouchpointKind, Urgency

DEEDS = ("done", "cancel", "reopen", "move", "take")
MOVES = ((1, "by a day"), (3, "by 3 days"), (7, "by a week"))
USUAL_DAYS = 3


class TaskForm(forms.Form):
    title = forms.CharField(label="What is to be done?", max_length=200)
    due_on = forms.DateField(label="By when?", widget=DayInput())
    owner = forms.ModelChoiceField(
        label="Who does it?", queryset=Person.objects.none(), required=False
    )
    priority = forms.ChoiceField(
        label="Priority", choices=Urgency.choices(), initial=Urgency.MEDIUM.value
    )
    details = forms.CharField(
        label="Details", required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, today: date, person: Person, **kwargs: Any) -> None:
        usual = {"due_on": today + timedelta(days=USUAL_DAYS), "owner": person}
        kwargs["initial"] = usual | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = Person.objects.csms()  # type: ignore[attr-defined]


class WorkForm(forms.Form):
    """One deed with the tasks that were chosen."""

    do = forms.ChoiceField(choices=[(deed, deed) for deed in DEEDS])
    days = forms.TypedChoiceField(choices=MOVES, coerce=int, required=False)
    note = forms.CharField(required=False, max_length=2_000)


class TouchpointForm(forms.Form):
    """A touchpoint that took place, or one that is planned for a day ahead."""

    kind = forms.ChoiceField(label="What was it?", choices=TouchpointKind.choices())
    subject = forms.CharField(label="About what?", max_length=200)
    day = forms.DateField(label="When?", widget=DayInput(), help_text="A day ahead plans it.")
    with_whom = forms.CharField(
        label="With whom?", required=False, max_length=500, help_text="Names, separated by commas."
    )
    notes = forms.CharField(
        label="Notes", required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"day": today, "kind": TouchpointKind.CALL.value} | (
            kwargs.get("initial") or {}
        )
        super().__init__(*args, **kwargs)

    @property
    def facts(self) -> dict[str, Any]:
        """What is told, but for the day."""
        told = self.cleaned_data
        people = [name.strip() for name in told["with_whom"].split(",") if name.strip()]
        return {name: told[name] for name in ("kind", "subject", "notes")} | {"with_whom": people}

    def happened_at(self, now: datetime) -> datetime:
        """Now for today, the noon of an earlier day."""
        day: date = self.cleaned_data["day"]
        if day == timezone.localdate(now):
            return now
        return timezone.make_aware(datetime.combine(day, time(12)))
