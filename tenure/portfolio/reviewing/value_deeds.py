"""Value written down, and confirmed, from the page of a review."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.shortcuts import get_object_or_404

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author
from tenure.foundation.refusals import Invalid
from tenure.foundation.web.forms import DayInput
from tenure.foundation.web.templatetags.saying import today
from tenure.onboarding.forms import ValueForm
from tenure.onboarding.models import ValueEntry
from tenure.onboarding.values import confirm_value, record_value


class ConfirmForm(forms.Form):
    confirmed_by = forms.CharField(label="Confirmed by", max_length=200)
    confirmed_on = forms.DateField(label="On", widget=DayInput())


def write_value(sent: QueryDict, customer: Customer, by: Author, at: datetime) -> ValueEntry:
    form = ValueForm(sent, today=today())
    return record_value(customer=customer, fields=_told(form), by=by, at=at)


def confirm(sent: QueryDict, customer: Customer, by: Author, at: datetime) -> ValueEntry:
    """The entry stands in the deed: `confirm:<its id>`."""
    try:
        which = UUID(sent.get("do", "").partition(":")[2])
    except ValueError:
        raise Invalid("Say which value.", {"value": "is not known"}) from None
    entry = get_object_or_404(ValueEntry, id=which, customer=customer)
    return confirm_value(entry=entry, by=by, at=at, **_told(ConfirmForm(sent)))


def _told(form: forms.Form) -> dict[str, Any]:
    if not form.is_valid():
        words = {name: " ".join(map(str, told)) for name, told in form.errors.items()}
        said = (
            f"{form.fields[name].label} {text}"
            for name, text in words.items()
            if name in form.fields
        )
        raise Invalid(" ".join(said), words)
    return form.cleaned_data
