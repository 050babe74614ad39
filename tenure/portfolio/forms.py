"""The form of a customer's facts."""

from typing import Any

from django import forms
from django.core.validators import MinValueValidator

from tenure.customers.models import Customer
from tenure.foundation.web.forms import DayInput
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.programme.words import Tier

FIELDS = [
    "name", "company_name", "email", "phone", "industry", "website", "tier", "status",
    "annual_contract_value", "contract_starts_on", "contract_ends_on", "next_renewal_on",
]  # fmt: skip


class CustomerForm(forms.ModelForm):  # type: ignore[type-arg]
    """Facts of a customer, and in whose book it is for those who may decide that."""

    csm = forms.ModelChoiceField(
        queryset=Person.objects.none(), required=False, label="CSM", empty_label="Nobody"
    )
    tier_reason = forms.CharField(
        required=False, max_length=1_000, label="Why another tier",
        help_text="A tier that is set by hand stays until that is taken back.",
    )  # fmt: skip
    seen_at = forms.CharField(required=False, widget=forms.HiddenInput)

    field_order = (*FIELDS[: FIELDS.index("tier") + 1], "tier_reason")

    class Meta:
        model = Customer
        fields = FIELDS
        widgets = {
            name: DayInput()
            for name in ("contract_starts_on", "contract_ends_on", "next_renewal_on")
        }

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "E-mail"
        self.fields["annual_contract_value"].label = "Contract value a year"
        self.fields["annual_contract_value"].validators.append(
            MinValueValidator(0, "A contract's value cannot be negative.")
        )
        self.fields["next_renewal_on"].label = "Next renewal"
        self.fields["contract_starts_on"].label = "Contract starts"
        self.fields["contract_ends_on"].label = "Contract ends"
        if person.may(Permission.CUSTOMERS_ASSIGN):
            self.fields["csm"].queryset = Person.objects.csms()  # type: ignore[attr-defined]
        else:
            del self.fields["csm"]
        if self.instance._state.adding:
            del self.fields["status"], self.fields["tier_reason"]
            self.fields["contract_starts_on"].required = False
            self.fields["tier"].required = False
            tier = self.fields["tier"]
            assert isinstance(tier, forms.ChoiceField)
            tier.choices = [("", "By contract value"), *Tier.choices()]
            tier.initial = ""

    def clean_tier_reason(self) -> str:
        reason: str = self.cleaned_data["tier_reason"]
        if not reason.strip() and self.cleaned_data.get("tier", "") not in ("", self.instance.tier):
            raise forms.ValidationError("Say why it should be in another tier.")
        return reason

    def _post_clean(self) -> None:
        """Leave the instance as it is: the action changes it, in its own transaction."""
