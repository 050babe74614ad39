"""A range of days in an address: `?from=2026-03-01&to=2026-03-31`, either of which may be missing."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms

from tenure.foundation.web.forms import DayInput


@dataclass(frozen=True)
class Days:
    first: date | None = None
    last: date | None = None

    @property
    def query(self) -> str:
        """As it stands in an address; empty for all days."""
        told = {"from": self.first, "to": self.last}
        return urlencode({name: day.isoformat() for name, day in told.items() if day})

    def __bool__(self) -> bool:
        return bool(self.first or self.last)


class RangeForm(forms.Form):
    """The first and the last day of a range."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (("from", "From"), ("to", "To")):
            self.fields[name] = forms.DateField(required=False, label=label, widget=DayInput())

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        first, last = told.get("from"), told.get("to")
        if first and last and first >= last:
            self.add_error("from", "Choose a day before the other one.")
        return told

    @property
    def days(self) -> Days:
        """What was chosen; of a range that makes no sense, what does."""
        self.full_clean()
        told = getattr(self, "cleaned_data", {})
        return Days(told.get("from"), told.get("to"))
