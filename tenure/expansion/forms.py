"""What is asked when an opportunity ends, or a plan for it begins."""

from datetime import date
from typing import Any

from django import forms

from tenure.expansion.models import Opportunity
from tenure.expansion.words import Growth
from tenure.foundation.web.forms import DayInput
from tenure.programme.words import Tier


class WinForm(forms.Form):
    growth = forms.ChoiceField(label="What was bought?", choices=Growth.choices())
    won_revenue = forms.DecimalField(
        label="More a year", max_digits=14, decimal_places=2, min_value=0
    )
    ended_on = forms.DateField(label="From when on?", widget=DayInput())
    seats = forms.IntegerField(
        label="Seats from then on", required=False, min_value=0, help_text="Empty: as many as now."
    )
    tier = forms.ChoiceField(label="Tier from now on", choices=Tier.choices())
    note = forms.CharField(
        label="What won it?", required=False, max_length=5000, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: Any, opportunity: Opportunity, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "won_revenue": opportunity.estimated_revenue, "ended_on": today,
            "tier": opportunity.potential_tier,
            "growth": Growth.TIER if opportunity.potential_tier != opportunity.current_tier
            else Growth.SEATS,
        }  # fmt: skip
        super().__init__(*args, **kwargs)


class WhyForm(forms.Form):
    note = forms.CharField(label="Why?", max_length=5000, widget=forms.Textarea({"rows": 2}))
