"""What comes in about contracts and renewals."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from tenure.contracts.models import BillingPeriod, Contract
from tenure.foundation.web.forms import DayInput
from tenure.programme.words import Tier
from tenure.revenue.words import Call

MONTHS = (6, 12, 24, 36)


def amount(label: str, **more: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, max_digits=14, decimal_places=2, min_value=0, **more)


class ContractForm(forms.Form):
    name = forms.CharField(label="What was bought?", max_length=200, required=False)
    starts_on = forms.DateField(label="From", widget=DayInput())
    ends_on = forms.DateField(
        label="Last day",
        widget=DayInput(),
        required=False,
        help_text="Empty: until somebody ends it.",
    )
    annual_value = amount("Worth a year")
    seats = forms.IntegerField(label="Seats", min_value=0, required=False)
    billing_period = forms.ChoiceField(label="Billed", choices=BillingPeriod.choices())
    renews_by_itself = forms.BooleanField(label="Renews automatically", required=False)
    is_trial = forms.BooleanField(label="A trial", required=False)


class AmendForm(forms.Form):
    on = forms.DateField(label="From when on?", widget=DayInput())
    annual_value = amount("Worth a year")
    seats = forms.IntegerField(label="Seats", min_value=0, required=False)

    def __init__(self, *args: Any, contract: Contract, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "on": today, "annual_value": contract.annual_value, "seats": contract.seats,
        }  # fmt: skip
        super().__init__(*args, **kwargs)


class RenewForm(forms.Form):
    ends_on = forms.DateField(label="Last day of the next term", widget=DayInput())
    annual_value = amount("Worth a year")

    def __init__(self, *args: Any, contract: Contract, today: date, **kwargs: Any) -> None:
        ends = contract.ends_on or today
        first = date.fromordinal(ends.toordinal() + 1)
        next_year = date(first.year + 1, first.month, min(first.day, 28)).toordinal() - 1
        kwargs["initial"] = {
            "ends_on": date.fromordinal(next_year), "annual_value": contract.annual_value,
        }  # fmt: skip
        super().__init__(*args, **kwargs)


class EndForm(forms.Form):
    ends_on = forms.DateField(label="Last day", widget=DayInput())


class ForecastForm(forms.Form):
    call = forms.ChoiceField(label="What do you expect?", choices=Call.choices())
    amount = amount("Worth a year from then on")
    note = forms.CharField(
        label="Why?", required=False, max_length=5000, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: Any, worth: Decimal, call: Call | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = {"amount": worth, "call": call or Call.COMMIT}
        super().__init__(*args, **kwargs)


WITHIN = (MinValueValidator(date(1990, 1, 1)), MaxValueValidator(date(2199, 12, 31)))
"""Days that contracts can be about."""


class RangeOfRevenueForm(forms.Form):
    """What the page of revenue is asked for; what makes no sense is left out."""

    months = forms.TypedChoiceField(
        choices=[(n, f"{n} months") for n in MONTHS], coerce=int, required=False
    )
    tier = forms.ChoiceField(choices=[("", "All tiers"), *Tier.choices()], required=False)
    csm = forms.UUIDField(required=False)
    first = forms.DateField(required=False, validators=WITHIN)
    last = forms.DateField(required=False, validators=WITHIN)
    kind = forms.CharField(required=False)
