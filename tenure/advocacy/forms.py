"""What comes in about favours and what advocates agree to."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from tenure.advocacy.models import AdvocacyActivity
from tenure.advocacy.words import AdvocacyType, DealState
from tenure.customers.models import Customer, Stakeholder
from tenure.foundation.web.forms import DayInput
from tenure.programme.words import Tier


def text(label: str, rows: int = 2, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=5000, widget=forms.Textarea({"rows": rows}), **more
    )


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Somebody of a customer who is still there; nobody chosen stands for all of it."""

    def __init__(self, customer: Customer, label: str = "Who?") -> None:
        there = Stakeholder.objects.filter(customer=customer, left_on=None).order_by("name", "id")
        super().__init__(there, label=label, required=False, empty_label="Nobody in particular")


class FavourForm(forms.Form):
    activity_type = forms.ChoiceField(label="What for?", choices=AdvocacyType.choices())
    title = forms.CharField(
        label="In a few words",
        max_length=200,
        required=False,
        help_text="Empty: the kind and who.",
    )
    description = text("What is it about?", required=False)

    def __init__(self, *args: Any, customer: Customer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.customer = customer
        self.fields["contact"] = PersonField(customer)
        self.order_fields(["activity_type", "contact", "title", "description"])

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if "activity_type" in told and not told.get("title"):
            who = told.get("contact") or self.customer
            told["title"] = f"{AdvocacyType(told['activity_type']).label} with {who}"[:200]
        return told


class ConsentForm(forms.Form):
    activity_type = forms.ChoiceField(label="To what?", choices=AdvocacyType.choices())
    words = text("In their words")
    agreed_on = forms.DateField(label="Agreed on", widget=DayInput())
    until = forms.DateField(
        label="Until",
        widget=DayInput(),
        required=False,
        help_text="Empty: until they take it back.",
    )

    def __init__(self, *args: Any, customer: Customer, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"agreed_on": today} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields["contact"] = PersonField(customer)
        self.order_fields(["contact", "activity_type", "words", "agreed_on", "until"])


class AskForm(forms.Form):
    """`override` is asked of who may ask before the rest is over."""

    override = text("Why all the same?", required=False)

    def __init__(self, *args: Any, may_override: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_override:
            del self.fields["override"]


class DoneForm(forms.Form):
    outcome = text("What came of it?")
    happens_on = forms.DateField(label="On", widget=DayInput(), required=False)
    case_study_url = forms.URLField(
        label="Address of the case study", max_length=1000, required=False, assume_scheme="https"
    )
    testimonial_url = forms.URLField(
        label="Address of the testimonial", max_length=1000, required=False, assume_scheme="https"
    )

    ADDRESSES = {"CASE_STUDY": "case_study_url", "TESTIMONIAL": "testimonial_url"}

    def __init__(self, *args: Any, activity: AdvocacyActivity, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"happens_on": today}
        super().__init__(*args, **kwargs)
        for name in set(self.ADDRESSES.values()) - {self.ADDRESSES.get(activity.activity_type)}:
            del self.fields[name]


class ReasonForm(forms.Form):
    reason = text("Why?")


class DealForm(forms.Form):
    name = forms.CharField(
        label="Which deal?",
        max_length=200,
        help_text="A name that is known already adds this favour to that deal.",
    )
    annual_value = forms.DecimalField(
        label="Worth a year", max_digits=14, decimal_places=2, min_value=0
    )
    state = forms.ChoiceField(label="How does it stand?", choices=DealState.choices())
    closed_on = forms.DateField(label="Won or lost on", widget=DayInput(), required=False)

    def __init__(self, *args: Any, activity: AdvocacyActivity, **kwargs: Any) -> None:
        deal = activity.deal
        if deal is not None:
            kwargs["initial"] = {
                "name": deal.name, "annual_value": deal.annual_value, "state": deal.state,
                "closed_on": deal.closed_on,
            }  # fmt: skip
        super().__init__(*args, **kwargs)


class FindForm(forms.Form):
    """What a reference is looked for; what makes no sense is left out."""

    kind = forms.ChoiceField(label="For what?", choices=AdvocacyType.choices(), required=False)
    industry = forms.ChoiceField(label="Industry", required=False)
    tier = forms.ChoiceField(
        label="Tier", choices=[("", "Any tier"), *Tier.choices()], required=False
    )
    use_case = forms.CharField(label="Use case, in a word or two", max_length=100, required=False)

    def __init__(self, *args: Any, industries: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [("", "Any industry"), *((one, one) for one in industries)]
        self.fields["industry"] = forms.ChoiceField(
            label="Industry", choices=offered, required=False
        )
        self.order_fields(["kind", "industry", "tier", "use_case"])
