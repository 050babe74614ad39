"""What is asked of a backtest."""

from django import forms

from tenure.proof.models import USUAL

HORIZONS = (30, 60, 90, 180, 365)


class BacktestForm(forms.Form):
    horizon = forms.TypedChoiceField(
        label="Left within",
        coerce=int,
        initial=USUAL,
        choices=[(days, f"{days} days") for days in HORIZONS],
    )
