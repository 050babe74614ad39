"""What is asked of a backtest."""

from django import forms

from tenure.proof.actions import HORIZON_DAYS

HORIZONS = (30, 60, 90, 180, 365)


class BacktestForm(forms.Form):
    horizon = forms.TypedChoiceField(
        label="Left within",
        coerce=int,
        initial=HORIZON_DAYS,
        choices=[(days, f"{days} days") for days in HORIZONS],
    )
