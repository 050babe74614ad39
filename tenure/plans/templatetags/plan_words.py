"""How objectives, milestones and their playbooks read on a page."""

from decimal import Decimal

from django import template
from django.urls import reverse

from tenure.foundation.web.templatetags.saying import MINUS, currency
from tenure.plans.models import Objective

register = template.Library()
MONEY = ("money", "money a year")


@register.simple_tag
def value_of(objective: Objective, value: Decimal | None) -> str:
    """“62%”, “$48,000”, “4.5 hours”; what nobody knows is unknown."""
    if value is None:
        return "unknown"
    number = f"{abs(value):,.4f}".rstrip("0").rstrip(".")
    sign = MINUS if value < 0 else ""
    if objective.unit in MONEY:
        return sign + currency() + number + objective.unit.removeprefix("money")
    if objective.unit == "percent":
        return f"{sign}{number}%"
    return f"{sign}{number} {objective.unit}".rstrip()


@register.filter
def playbook_url(playbook: str) -> str:
    """“onboarding-playbook#go-live” as an address."""
    code, _, section = playbook.partition("#")
    return reverse("document", args=[code]) + (f"#{section}" if section else "")
