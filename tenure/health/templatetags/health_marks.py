"""Health on a page: shape and number first, colour last. Small pictures are numbers made text."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tenure.foundation.web.templatetags.saying import MINUS
from tenure.health.scorecards import in_force
from tenure.programme.words import HealthLevel

register = template.Library()

SHAPES = {
    "excellent": '<circle cx="6" cy="6" r="5"/>',
    "good": '<circle cx="6" cy="6" r="4.25" fill="none" stroke-width="1.5"/><path stroke="none" d="M6 1.75a4.25 4.25 0 0 0 0 8.5z"/>',
    "fair": '<path d="M6 .5 11.5 6 6 11.5.5 6z"/>',
    "poor": '<path d="M6 1 11.6 11H.4z"/>',
    "none": '<circle cx="6" cy="6" r="4.25"/>',
}
UNSCORED = "No score"


@register.filter
def level_class(level: str | None) -> str:
    return level.lower() if level else "none"


@register.filter
def level_name(level: str | None) -> str:
    return HealthLevel(level).label if level else UNSCORED


@register.filter
def plain(number: float) -> str:
    """“100”, “2.5”, “−100”: as few digits as it needs, with a real minus."""
    return f"{number:g}".replace("-", MINUS)


@register.simple_tag
def glyph(level: str | None) -> SafeString:
    """The shape of a level: circle, half circle, diamond, triangle; a ring for no score."""
    name = level_class(level)
    return mark_safe(
        f'<svg class="glyph {name}" viewBox="0 0 12 12" aria-hidden="true">{SHAPES[name]}</svg>'
    )


@register.simple_tag
def shape(level: str | None) -> SafeString:
    """The outline alone, for use inside another picture of 12 by 12."""
    return mark_safe(SHAPES[level_class(level)])


@register.simple_tag
def health(score: int | None, level: str | None) -> SafeString:
    """Shape, number, and the level's name for those who cannot see the shape."""
    return format_html(
        '<span class="health">{}<b class="num">{}</b><span class="vh">{}</span></span>',
        glyph(level),
        "—" if score is None else score,
        level_name(level),
    )


@register.simple_tag(takes_context=True)
def spark(context: Any, scores: Sequence[int | None] | None, level: str | None) -> SafeString:
    """A line of weekly scores: its shape, not its level. Rows scale by themselves."""
    known = [(place, score) for place, score in enumerate(scores or ()) if score is not None]
    if len(known) < 2:
        return mark_safe("")
    width, height, least_span = 104, 24, 28
    values = [score for _, score in known]
    middle, half = (max(values) + min(values)) / 2, max(least_span, max(values) - min(values)) / 2
    x0, step = 2, (width - 8) / (len(scores or ()) - 1)

    def y(score: float) -> float:
        return height - 3 - (score - middle + half) / (2 * half) * (height - 6)

    line = " ".join(f"{x0 + place * step:.1f},{y(score):.1f}" for place, score in known)
    bound = _good(context)
    rule = (
        f'<path class="rule" d="M2 {y(bound):.1f}H{width - 6}"/>'
        if abs(bound - middle) < half
        else ""
    )
    end_x, end_y = x0 + known[-1][0] * step, y(known[-1][1])
    return mark_safe(
        f'<svg class="spark {level_class(level)}" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" aria-hidden="true">{rule}<polyline points="{line}"/>'
        f'<circle cx="{end_x:.1f}" cy="{end_y:.1f}" r="2.25"/></svg>'
    )


def _good(context: Any) -> float:
    """Where Good begins; asked once for a page, however many lines it draws."""
    request = context.get("request")
    if not hasattr(request, "good_from"):
        bound = in_force().levels[HealthLevel.GOOD]
        if request is None:
            return bound
        request.good_from = bound
    good: float = request.good_from
    return good


@register.simple_tag
def steps(done: int, total: int, late: int = 0) -> SafeString:
    """Milestones as a row of dashes: done, next, still to come. At most twelve."""
    shown = min(total, 12)
    filled = round(done * shown / total) if total > 12 else done
    rects = "".join(
        f'<rect x="{place * 7}" width="5" height="6" rx="1.5" '
        f'class="{"d" if place < filled else "n" if place == filled else "r"}"/>'
        for place in range(shown)
    )
    width = shown * 7 - 2
    return mark_safe(
        f'<svg class="steps{" late" if late else ""}" viewBox="0 0 {width} 6" width="{width}" '
        f'height="6" aria-hidden="true">{rects}</svg>'
    )


@register.simple_tag
def diverging(points: float | None, largest: float) -> SafeString:
    """A bar to the left for points lost, to the right for points gained."""
    if points is None or largest <= 0:
        return mark_safe("")
    width = 96
    middle = width / 2
    length = min(abs(points) / largest, 1) * middle
    x = middle - length if points < 0 else middle
    return mark_safe(
        f'<svg class="div {"neg" if points < 0 else "pos"}" viewBox="0 0 {width} 16" '
        f'width="{width}" height="16" aria-hidden="true"><path class="axis" d="M{middle} -9V25"/>'
        f'<rect x="{x:.1f}" y="4" width="{max(length, 0.01):.2f}" height="8" rx="1.5"/></svg>'
    )


@register.inclusion_tag("health/plot.html")
def health_plot(plot: Any, level: str, size: str, label: str) -> dict[str, Any]:
    return {"plot": plot, "level": level, "size": size, "label": label}


@register.inclusion_tag("health/stairs.html")
def health_stairs(stairs: Any, size: str, label: str) -> dict[str, Any]:
    return {"stairs": stairs, "size": size, "label": label}
