"""Value that customers got, in words and in sums."""

from decimal import Decimal

from tenure.foundation.web.templatetags.saying import MINUS, money, money_words
from tenure.onboarding.models import ValueEntry


def is_money(unit: str) -> bool:
    return unit.split(" ")[0] in money_words()


def much(entry: ValueEntry, before: str = "") -> str:
    """“1,200 hours”, “$4,000”; nothing where it was not measured."""
    if entry.amount is None:
        return ""
    unit = entry.unit.strip()
    if is_money(unit):
        _, _, rest = unit.partition(" ")
        return f"{before}{money(entry.amount)} {rest}".rstrip()
    return f"{before}{number(entry.amount)} {unit}".rstrip()


def number(amount: Decimal) -> str:
    text = f"{amount:,.2f}"
    return text.rstrip("0").rstrip(".").replace("-", MINUS)
