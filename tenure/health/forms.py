"""Forms about scorecards."""

from typing import Any

from django import forms

from tenure.health.checking import check
from tenure.health.measures.expressions import WrongExpression, formula
from tenure.programme.reading import card_in
from tenure.programme.scorecard import Scorecard, WrongScorecard

LARGEST = 1_000_000


class StartForm(forms.Form):
    """A draft to start, from a scorecard that is there."""

    name = forms.CharField(max_length=100, label="Name", help_text="What you want to try.")
    based_on = forms.ChoiceField(label="Starts as")

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["based_on"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


class NoteForm(forms.Form):
    note = forms.CharField(
        label="Why", max_length=500, required=False, help_text="Stands beside the version for ever."
    )


class ImportForm(forms.Form):
    """A scorecard as a TOML file; every fault of it is told."""

    file = forms.FileField(label="File", help_text="TOML, as the export writes it.")

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        file = told.get("file")
        if file is None:
            return told
        if file.size > LARGEST:
            raise forms.ValidationError("This file is too large for a scorecard.")
        try:
            told["card"] = card_of_file(file.read())
        except WrongScorecard as refusal:
            for fault in refusal.faults:
                where = f"{fault.place}: " if fault.place else ""
                self.add_error("file", where + fault.words)
        return told


def card_of_file(content: bytes) -> Scorecard:
    """The scorecard in a file, or WrongScorecard."""
    return check(card_in(content.decode("utf-8-sig", errors="replace")))


class MeasureForm(forms.Form):
    """A measure of one's own. The expression is read; where it goes wrong is said."""

    title = forms.CharField(max_length=60, label="Title")
    expression = forms.CharField(
        max_length=300,
        label="Expression",
        help_text="Numbers, facts, + - * /, comparisons, and, or, not, min(), max(), "
        "if_known(a, b). Unknown stays unknown; what is divided by zero is unknown.",
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false", "autocapitalize": "off"}),
    )
    unit = forms.CharField(
        max_length=60, required=False, label="Unit", help_text="Such as % or days."
    )
    digits = forms.IntegerField(min_value=0, max_value=3, initial=1, label="Decimals shown")
    definition = forms.CharField(
        max_length=500, required=False, label="Definition", help_text="What it is, in a sentence."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("expression", "definition"):
            self.fields[name].is_whole = True  # type: ignore[attr-defined]

    def clean_expression(self) -> str:
        text = " ".join(str(self.cleaned_data["expression"]).split())
        try:
            formula(text)
        except WrongExpression as wrong:
            raise forms.ValidationError(str(wrong)) from None
        return text
