"""Marks of what people said: a pulse as the level it would be, and scores that were set by hand."""

from django import template
from django.utils.safestring import SafeString

from tenure.customers.models import CurrentHealth
from tenure.health import rules
from tenure.health.templatetags.health_marks import glyph, health
from tenure.health.words import points_of
from tenure.programme.in_force import scorecard

register = template.Library()


@register.simple_tag
def pulse_glyph(rating: int) -> SafeString:
    """The shape of the level that a pulse's points would have."""
    return glyph(rules.level_of(points_of(rating), scorecard()))


@register.inclusion_tag("health/by_hand.html")
def by_hand(current: CurrentHealth) -> dict[str, CurrentHealth]:
    """Beside a score that somebody set: what the measures say, and until when it is not asked."""
    return {"current": current}


@register.simple_tag
def computed_health(current: CurrentHealth) -> SafeString:
    """Shape and number of what the measures say, whatever somebody set."""
    score = current.measured_score
    return health(score, None if score is None else rules.level_of(score, scorecard()))
