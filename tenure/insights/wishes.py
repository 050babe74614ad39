"""What customers ask the product for, as the product's people look at it: by theme, and the newest."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count

from tenure.insights.figure import Scope
from tenure.insights.periods import Period
from tenure.requests.models import Request, RequestQuerySet
from tenure.requests.queries import Theme, behind_themes

MOST_THEMES, MOST_NEWEST = 10, 8


@dataclass(frozen=True)
class Wished:
    """A theme of what is open, and how often it was asked for in the time and the one before."""

    theme: Theme
    asked: int
    asked_before: int

    @property
    def change(self) -> int:
        return self.asked - self.asked_before


def wished(period: Period, before: Period, scope: Scope) -> list[Wished]:
    """Themes with anything open, the most asked for first."""
    themes = behind_themes(_of(scope).open(), MOST_THEMES)
    names = [theme.name for theme in themes]
    now, then = (_asked(_of(scope), one, names) for one in (period, before))
    return [Wished(one, now.get(one.name, 0), then.get(one.name, 0)) for one in themes]


def newest(period: Period, scope: Scope) -> list[Request]:
    """Up to the end of the time."""
    rows = _of(scope).filter(asked_on__lte=period.last).select_related("customer")
    return list(rows.order_by("-asked_on", "-id")[:MOST_NEWEST])


def _of(scope: Scope) -> RequestQuerySet:
    rows = Request.objects.all()
    if scope.tier:
        rows = rows.filter(customer__tier=scope.tier)
    if scope.csm:
        rows = rows.filter(customer__success_profile__csm=scope.csm)
    assert isinstance(rows, RequestQuerySet)
    return rows


def _asked(rows: RequestQuerySet, period: Period, themes: list[str]) -> dict[str, int]:
    inside = rows.filter(
        theme__in=themes, asked_on__gte=period.first, asked_on__lt=period.last + timedelta(days=1)
    )
    return dict(inside.order_by().values_list("theme").annotate(n=Count("id")))
