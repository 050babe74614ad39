"""How figures, days and times read on a page."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.conf import settings
from django.utils import timezone

register = template.Library()

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "INR": "₹", "JPY": "¥"}
MINUS = "−"


def currency() -> str:
    code: str = settings.CURRENCY
    return SIGNS.get(code, code + " ")


def money_words() -> list[str]:
    """What a unit of money begins with: “$”, “USD”, “$ a year”."""
    return [settings.CURRENCY, currency().strip()]


@register.filter
def money(amount: Decimal | float | None) -> str:
    """“$212,400”; cents only where there are some."""
    if amount is None:
        return "unknown"
    text = f"{abs(amount):,.2f}".removesuffix(".00")
    return (MINUS if amount < 0 else "") + currency() + text


@register.filter
def money_short(amount: Decimal | float | None) -> str:
    """“$212k”, “$1.04M”: three figures that can be read in a column."""
    if amount is None:
        return "unknown"
    size = abs(float(amount))
    if size >= 999_500:
        text = f"{size / 1_000_000:.2f}M"
    elif size >= 1_000:
        text = f"{size / 1_000:.0f}k"
    else:
        text = f"{size:.0f}"
    return (MINUS if amount < 0 else "") + currency() + text


@register.filter
def signed(number: float | None) -> str:
    """“+4”, “−19”, “0”, with a real minus."""
    if number is None:
        return ""
    return f"+{number:g}" if number > 0 else f"{MINUS}{-number:g}" if number < 0 else "0"


@register.filter
def points(number: float) -> str:
    """“+1.2”: a change of score, to a tenth."""
    rounded = round(number, 1) + 0.0
    return f"{rounded:+.1f}".replace("-", MINUS) if rounded else "0.0"


@register.filter
def count(number: int | None) -> str:
    return "unknown" if number is None else f"{number:,}"


@register.filter
def code_words(code: str) -> str:
    """“person.role_changed” as words."""
    return code.replace(".", " ").replace("_", " ").capitalize()


@register.filter
def share(number: float) -> str:
    """A ratio from 0 to 1 as percent."""
    return f"{100 * number:.0f}%"


@register.filter
def day(moment: date | datetime | None) -> str:
    """“14 January 2027”."""
    return f"{_local(moment):%-d %B %Y}" if moment else ""


@register.filter
def short_day(moment: date | datetime | None) -> str:
    """“14 Jan”, with the year when it is not this one."""
    if not moment:
        return ""
    local = _local(moment)
    return f"{local:%-d %b}" if local.year == today().year else f"{local:%-d %b %Y}"


@register.filter
def clock(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%H:%M}"


@register.filter
def until(moment: date | None) -> str:
    """“in 52 days”, “today”, “12 days ago”."""
    if not moment:
        return ""
    days = (moment - today()).days
    if days == 0:
        return "today"
    unit = "day" if abs(days) == 1 else "days"
    return f"in {days} {unit}" if days > 0 else f"{-days:,} {unit} ago"


@register.filter
def span(moment: date | None) -> str:
    """“52 d” or “7 mo”, as columns say it; what has passed says so."""
    if not moment:
        return ""
    days = (moment - today()).days
    size = abs(days)
    text = f"{size} d" if size < 120 else f"{size // 30} mo" if size < 720 else f"{size // 365} y"
    return text if days >= 0 else f"{text} ago"


@register.filter
def is_soon(moment: date | None) -> bool:
    """Whether a day is near enough to be written bold: within the next quarter."""
    return moment is not None and 0 <= (moment - today()).days <= 90


@register.filter
def of(mapping: dict[str, Any], key: str) -> Any:
    return mapping.get(key)


@register.filter
def since(moment: datetime | date | None) -> str:
    """“9 d” since something happened."""
    if not moment:
        return "never"
    return span(_local(moment)).removesuffix(" ago")


def today() -> date:
    return timezone.localdate()


def _local(moment: date | datetime) -> date:
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
