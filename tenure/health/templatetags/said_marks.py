"""Marks of what people said: a pulse as the level it would be, and scores that were set by hand."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tenure.customers.models import CurrentHealth
from tenure.foundation.web.templatetags.saying import short_day
from tenure.health import rules
from tenure.health.templatetags.health_marks import glyph, health
from tenure.health.words import points_of
from tenure.programme.loading import scorecard

register = template.Library()


@register.simple_tag
def pulse_glyph(rating: int) -> SafeString:
    """The shape of the level that a pulse's points would have."""
    return glyph(rules.level_of(points_of(rating), scorecard()))


@register.simple_tag
def by_hand(current: CurrentHealth) -> SafeString:
    """Beside a score that somebody set: what the measures say, and until when it is not asked."""
    if not current.is_overridden:
        return mark_safe("")
    computed = "none" if current.computed_score is None else str(current.computed_score)
    return format_html(
        '<span class="by-hand-mark" title="Set by hand until {}. Computed: {}"><span class="vh">'
        'set by hand, computed </span><span aria-hidden="true">set, </span>{}</span>',
        short_day(current.override_until),
        computed,
        computed,
    )


@register.simple_tag
def computed_health(current: CurrentHealth) -> SafeString:
    """Shape and number of what the measures say, whatever somebody set."""
    score = current.measured_score
    return health(score, None if score is None else rules.level_of(score, scorecard()))
