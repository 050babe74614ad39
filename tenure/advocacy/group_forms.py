"""What comes in about advisory boards and user groups."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models.functions import Lower

from tenure.advocacy.forms import PersonField, text
from tenure.advocacy.models import Group, Member
from tenure.advocacy.words import GroupKind
from tenure.customers.models import Customer, Stakeholder
from tenure.foundation.web.forms import DayInput


class GroupWordsForm(forms.Form):
    """Another name or purpose for a group."""

    name = forms.CharField(label="Name", max_length=200)
    purpose = text("What is it for?", required=False)


class GroupForm(GroupWordsForm):
    field_order = ("kind", "name", "purpose")
    kind = forms.ChoiceField(label="What is it?", choices=GroupKind.choices())


class MemberForm(forms.Form):
    """A customer by name, and who of it: `customer` and `contact` are found."""

    customer = forms.CharField(label="Which customer?", max_length=200)
    contact = forms.CharField(
        label="Who?", max_length=200, required=False, help_text="Empty: nobody in particular."
    )

    def clean_customer(self) -> Customer:
        name = self.cleaned_data["customer"].strip().lower()
        found = list(Customer.objects.alias(low=Lower("name")).filter(low=name)[:2])
        if len(found) != 1:
            words = "Several customers have this name." if found else "No customer has this name."
            raise forms.ValidationError(words)
        return found[0]

    def clean_contact(self) -> Stakeholder | None:
        name, customer = self.cleaned_data["contact"].strip(), self.cleaned_data.get("customer")
        if not name or customer is None:
            return None
        there = Stakeholder.objects.filter(customer=customer, left_on=None)
        found = there.filter(name__iexact=name).first()
        if found is None:
            raise forms.ValidationError(f"Nobody of this name is known at {customer}.")
        return found


class JoinForm(forms.Form):
    """A group for somebody of one customer."""

    group = forms.ModelChoiceField(
        Group.objects.order_by("name"), label="Which group?", empty_label=None
    )

    def __init__(self, *args: Any, customer: Customer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contact"] = PersonField(customer)


class MeetingForm(forms.Form):
    held_on = forms.DateField(label="Held on", widget=DayInput())
    subject = forms.CharField(label="What was it about?", max_length=200)
    came = forms.MultipleChoiceField(label="Who came?", required=False)
    contributed = forms.MultipleChoiceField(label="Who contributed?", required=False)
    notes = text("Notes", required=False)

    def __init__(self, *args: Any, members: Sequence[Member], today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"held_on": today}
        super().__init__(*args, **kwargs)
        offered = [(str(one.id), str(one)) for one in members]
        for name in ("came", "contributed"):
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = offered
        self.members = members

    @property
    def rows(self) -> list[tuple[Member, bool, bool]]:
        """Each member with whether they came, and whether they contributed."""
        came, spoke = ({*(self[name].value() or ())} for name in ("came", "contributed"))
        return [(one, str(one.id) in came, str(one.id) in spoke) for one in self.members]
