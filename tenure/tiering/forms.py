"""What people decide about tiers and books, as it comes in from a page."""

from typing import Any

from django import forms

from tenure.customers.models import Customer
from tenure.people.models import Person
from tenure.programme.words import Tier

DEEDS = ("accept", "decline")


class DecisionForm(forms.Form):
    """A proposal is accepted, or declined for a reason."""

    do = forms.ChoiceField(choices=[(deed, deed) for deed in DEEDS])
    note = forms.CharField(required=False, max_length=1_000)


class TierForm(forms.Form):
    """Another tier by hand, and why."""

    tier = forms.TypedChoiceField(label="Tier", choices=Tier.choices(), coerce=Tier)
    reason = forms.CharField(
        label="Why?", max_length=1_000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="It stays in this tier, whatever its value and use, until that is taken back.",
    )  # fmt: skip

    def __init__(self, *args: Any, now: Tier, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tier = self.fields["tier"]
        assert isinstance(tier, forms.ChoiceField)
        tier.choices = [choice for choice in Tier.choices() if choice[0] != now]


class MoveForm(forms.Form):
    """A customer goes into another book, or into nobody's."""

    customer = forms.ModelChoiceField(queryset=Customer.objects.none())
    csm = forms.ModelChoiceField(queryset=Person.objects.none(), required=False)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        customer, csm = self.fields["customer"], self.fields["csm"]
        assert isinstance(customer, forms.ModelChoiceField)
        assert isinstance(csm, forms.ModelChoiceField)
        customer.queryset = Customer.objects.editable_by(person)
        csm.queryset = Person.objects.csms()


class WantedForm(forms.Form):
    """What is known already of a customer that is about to be added."""

    tier = forms.ChoiceField(choices=Tier.choices(), required=False)
    annual_contract_value = forms.DecimalField(required=False, min_value=0)
    industry = forms.CharField(required=False, max_length=100)
