"""Reviews as they come in from pages."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from tenure.customers.models import Customer, Stakeholder
from tenure.foundation.web.forms import DayInput
from tenure.people.models import Person
from tenure.plans.forms import Lines
from tenure.programme.in_force import programme
from tenure.programme.words import Cadence
from tenure.reviews.lines import ActionItem
from tenure.reviews.models import ReviewType

RATINGS = (("", "not rated"), *((str(n), f"{n} of 5") for n in (5, 4, 3, 2, 1)))
USUAL_TIME, USUAL_MINUTES = time(10), 60


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, **options: Any) -> None:
        super().__init__(format="%H:%M", **options)


class WhenForm(forms.Form):
    day = forms.DateField(label="Day", widget=DayInput())
    time = forms.TimeField(label="Time", widget=TimeInput(), initial=USUAL_TIME)

    @property
    def moment(self) -> datetime:
        told = self.cleaned_data
        return timezone.make_aware(datetime.combine(told["day"], told["time"]))


class PlaceForm(forms.Form):
    minutes = forms.IntegerField(label="Minutes", min_value=5, max_value=24 * 60)
    place = forms.CharField(
        label="Where?", required=False, max_length=500, help_text="A room, or a link to the call."
    )


class ScheduleForm(WhenForm, PlaceForm):
    review_type = forms.TypedChoiceField(
        label="Which review?", choices=ReviewType.choices(), coerce=ReviewType
    )
    field_order = ("review_type", "day", "time", "minutes", "place")


class MoveForm(WhenForm):
    reason = forms.CharField(label="Why?", required=False, max_length=2_000)


class MinutesForm(forms.Form):
    """What came of a review."""

    decisions = Lines(label="What was decided", help_text="One a line.")
    next_steps = Lines(label="Next steps", help_text="One a line.")
    overall_rating = forms.TypedChoiceField(
        label="How it went", choices=RATINGS, coerce=int, empty_value=None, required=False
    )
    customer_feedback = forms.CharField(
        label="What the customer said", required=False, max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    follow_up_on = forms.DateField(label="Followed up on", required=False, widget=DayInput())
    notes = forms.CharField(
        label="Notes for us", required=False, max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class ItemForm(forms.Form):
    """Something to be done; without a title the row is left out."""

    title = forms.CharField(label="What is to be done", required=False, max_length=200)
    owner = forms.ChoiceField(label="By whom", required=False)
    due_on = forms.DateField(label="By when", required=False, widget=DayInput())

    def __init__(self, *args: Any, owners: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = list(owners)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("title") and not told.get("due_on"):
            self.add_error("due_on", "Say by when.")
        return told


ItemForms = forms.formset_factory(ItemForm, extra=3, max_num=20)


def owners_at(customer: Customer) -> list[tuple[str, str]]:
    """Who can have an item: us, by id, and those at the customer, by name."""
    theirs = Stakeholder.objects.filter(customer=customer).present().order_by("name", "id")
    names = dict.fromkeys(theirs.values_list("name", flat=True))
    ours = [(str(person.id), person.name) for person in Person.objects.csms()]
    csm = str(customer.success_profile.csm_id or "")
    ours.sort(key=lambda one: one[0] != csm)
    return [*ours, *((f"them:{name}", f"{name} (customer)") for name in names),
            ("them:", "The customer")]  # fmt: skip


def items_of(forms_: Any, owners: list[tuple[str, str]]) -> list[ActionItem]:
    names, found = dict(owners), []
    for form in forms_:
        told = form.cleaned_data if form.has_changed() else {}
        if not told.get("title"):
            continue
        code = told["owner"] or owners[0][0]
        is_theirs = code.startswith("them:")
        who = code.removeprefix("them:") if is_theirs else names[code]
        found.append(ActionItem(told["title"], who or "The customer", told["due_on"],
                                None if is_theirs else UUID(code)))  # fmt: skip
    return found


def schedule_initial(kind: ReviewType, day: date) -> dict[str, Any]:
    usual = programme().reviews.kind(Cadence(kind.value)) if Cadence.has(kind.value) else None
    return {
        "review_type": kind.value, "day": day, "time": USUAL_TIME,
        "minutes": usual.minutes if usual else USUAL_MINUTES,
    }  # fmt: skip
