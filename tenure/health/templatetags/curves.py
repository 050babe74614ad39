"""A curve as a small picture: what is measured to the right, the score upwards."""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

WIDTH, HEIGHT, EDGE = 88, 32, 3


@register.simple_tag
def curve(points: Sequence[Sequence[float]] | None) -> SafeString:
    """Nothing where it cannot be drawn yet. Beyond its ends a curve stays where it is."""
    if not points or len(points) < 2 or points[0][0] >= points[-1][0]:
        return mark_safe("")
    first, last = points[0][0], points[-1][0]
    inner = WIDTH - 4 * EDGE

    def x(at: float) -> float:
        return 2 * EDGE + (at - first) / (last - first) * inner

    def y(score: float) -> float:
        return HEIGHT - EDGE - min(max(score, 0), 100) / 100 * (HEIGHT - 2 * EDGE)

    line = [(0.0, y(points[0][1])), *((x(at), y(score)) for at, score in points)]
    line.append((float(WIDTH), y(points[-1][1])))
    drawn = " ".join(f"{px:.1f},{py:.1f}" for px, py in line)
    return mark_safe(
        f'<svg class="curve" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'aria-hidden="true"><path d="M0 {HEIGHT - 0.5}H{WIDTH}"/><polyline points="{drawn}"/></svg>'
    )
