"""How pages write figures of metrics."""

from django import template

from tenure.foundation.web.templatetags.saying import MINUS, money
from tenure.insights.figure import Figure
from tenure.insights.view import written
from tenure.programme.part import Bound
from tenure.programme.saying import bound as said

register = template.Library()

SAYS_ITSELF = ("percent", "points", "money")
"""Units that a figure needs no word for: its sign says it, or there is none."""
WINDOWS = {"period": "over the chosen period", "year": "over a year", "month": "over a month",
           "today": "as of today"}  # fmt: skip


@register.filter
def figure(one: Figure) -> str:
    return written(one.value, one.unit)


@register.filter
def unit_of(one: Figure) -> str:
    """What stands behind a figure: “days”, “of 5”; nothing where nothing is known."""
    return "" if one.value is None or one.unit in SAYS_ITSELF else one.unit


@register.filter
def in_unit(value: float | None, unit: str) -> str:
    return written(value, unit)


@register.filter
def change_in(value: float | None, unit: str) -> str:
    """“+1.4 pts” between two shares: +1.4% would be read as a share of the first."""
    if value is None:
        return ""
    text = size_in(value, unit)
    if not any(digit in text for digit in "123456789"):
        return "±0"
    return ("+" if value > 0 else MINUS) + text


@register.filter
def size_in(value: float, unit: str) -> str:
    """How far apart two figures are, without a sign."""
    text = written(abs(value), unit)
    return text.replace("%", " pts") if unit == "percent" else text


@register.filter
def aim(bound: Bound | None, unit: str) -> str:
    if bound is None:
        return "no target"
    if unit == "money":
        ends = (bound.at_least, bound.above, bound.at_most, bound.under)
        said_, plain = said(bound), next(end for end in ends if end is not None)
        return said_.replace(f"{plain:,.12g}", money(plain))
    return said(bound, "percent" if unit == "percent" else "")


@register.filter
def formula(words: str) -> str:
    """A definition with the signs of arithmetic, which are typed as letters."""
    return words.replace(" - ", f" {MINUS} ").replace(" x ", " × ")


@register.filter
def window(words: str) -> str:
    return WINDOWS.get(words, f"over {words}")


@register.filter
def quantity(number: float) -> str:
    """What a figure is made of: whole where it is, else to a tenth."""
    return f"{number:,.1f}".removesuffix(".0").replace("-", MINUS)


@register.filter
def part_above(number: float, figure: Figure) -> str:
    """A numerator of this figure or of one of its customers: money with its sign."""
    in_money = figure.rule.in_money or (figure.unit == "money" and not figure.rule.is_count)
    return money(round(number)) if in_money else quantity(number)


@register.filter
def part_below(number: float, figure: Figure) -> str:
    """A denominator of this figure or of one of its customers."""
    return money(round(number)) if figure.rule.in_money else quantity(number)
