"""How pages write figures of metrics."""

from django import template

from tenure.insights.figure import Figure
from tenure.insights.view import written
from tenure.programme.part import Bound
from tenure.programme.saying import bound as said

register = template.Library()


@register.filter
def figure(one: Figure) -> str:
    return written(one.value, one.unit)


@register.filter
def in_unit(value: float | None, unit: str) -> str:
    return written(value, unit)


@register.filter
def change_in(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    sign = "+" if value > 0 else "−" if value < 0 else "±"
    return f"{sign}{written(abs(value), unit)}"


@register.filter
def aim(bound: Bound | None, unit: str) -> str:
    return said(bound, "percent" if unit == "percent" else "") if bound else "tracked"
