"""How limits, hours and figures of tiers read on a page."""

from django import template

from tenure.tiering import words
from tenure.tiering.clocks import hours_words as in_words
from tenure.tiering.rules.reasons import amount

register = template.Library()


@register.filter
def limit_words(name: str) -> str:
    return words.limit_words(name)


@register.filter
def hours_words(hours: float | None) -> str:
    return in_words(hours)


@register.filter
def figure(number: float) -> str:
    """“4,200”, “10.5”."""
    return amount(number)


@register.filter
def lower_first(text: str) -> str:
    """“Monthly” within a sentence; “P1” stays."""
    return text if text[1:2].isdigit() else text[:1].lower() + text[1:]
