"""Figures of proof on a page: shares of which there may be none, an AUC with its interval."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tenure.proof.charts import Whisker
from tenure.proof.report import Ranking

register = template.Library()
NONE = "none"


@register.filter
def share_or_none(number: float | None) -> str:
    return NONE if number is None else f"{100 * number:.0f}%"


@register.filter
def fine_share(number: float | None) -> str:
    """To a tenth of a percent."""
    return NONE if number is None else f"{100 * number:.1f}%"


@register.filter
def auc(ranking: Ranking) -> str:
    return NONE if ranking.auc is None else f"{ranking.auc:.2f}"


@register.filter
def interval(ranking: Ranking) -> str:
    if ranking.low is None or ranking.high is None:
        return ""
    return f"{ranking.low:.2f} to {ranking.high:.2f}"


@register.filter
def days(number: float | None) -> str:
    if number is None:
        return NONE
    return f"{number:.0f} day" if round(number) == 1 else f"{number:,.0f} days"


@register.simple_tag
def whisker(found: Whisker | None) -> SafeString:
    """The interval as a line, the AUC on it, and where a coin would lie."""
    if found is None:
        return mark_safe("")
    return format_html(
        '<svg class="whisker" viewBox="0 0 {w} 16" width="{w}" height="16" aria-hidden="true">'
        '<path class="axis" d="M{c} 0V16"/><path class="span" d="M{low} 8H{high}"/>'
        '<circle cx="{at}" cy="8" r="3.5"/></svg>',
        w=found.width, c=found.chance, low=found.low, high=found.high, at=found.at,
    )  # fmt: skip


@register.inclusion_tag("proof/curve.html")
def curve(plot: Any, size: str, label: str) -> dict[str, Any]:
    return {"plot": plot, "size": size, "label": label}
