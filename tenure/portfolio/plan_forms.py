"""A plan that is to be started, as it comes in from a page."""

from datetime import date
from typing import Any

from django import forms

from tenure.foundation.web.forms import DayInput
from tenure.plans.words import PlanType
from tenure.programme.in_force import programme

BLANK = "blank"


class NewPlanForm(forms.Form):
    """From which template, and from when on; all else follows or is said afterwards."""

    template = forms.ChoiceField(label="From which template?", widget=forms.RadioSelect)
    starts_on = forms.DateField(
        label="Starts", widget=DayInput(), help_text="All days follow from it."
    )
    title = forms.CharField(
        label="Title", max_length=200, required=False, help_text="Without one it is the template’s."
    )
    plan_type = forms.ChoiceField(
        label="Type", choices=PlanType.choices(), required=False, help_text="Of a blank plan."
    )

    def __init__(self, *args: Any, today: date, template: str, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "starts_on": today, "template": template, "plan_type": PlanType.QUARTERLY.value,
        }  # fmt: skip
        super().__init__(*args, **kwargs)
        templates = programme().plans.template
        words = [(one.code, f"{one.title}. {one.says}") for one in templates]
        choices: Any = self.fields["template"]
        choices.choices = [*words, (BLANK, "Blank. Milestones and objectives are added by hand.")]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("template") == BLANK and not told.get("title"):
            self.add_error("title", "A blank plan needs a title.")
        return told
