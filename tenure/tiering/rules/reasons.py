"""Why a customer moves or stays, in words with the figures. Plain Python."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from tenure.programme.tiers import Tiers
from tenure.programme.words import Tier
from tenure.tiering.words import limit_words

if TYPE_CHECKING:
    from tenure.tiering.rules.moving import Facts


def said(day: date) -> str:
    return f"{day:%-d %B %Y}"


def amount(value: Decimal | float | None) -> str:
    """“48,000”, “12.5”: no more digits than the figure has."""
    if value is None:
        return "unknown"
    return f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"


def reached(facts: Facts, tier: Tier, tiers: Tiers) -> str:
    least = tiers.promise(tier).least_annual_value
    return f"It is worth {amount(facts.value)} a year; {tier.label} begins at {amount(least)}."


def over(facts: Facts, tiers: Tiers) -> str:
    """“Over the limits of Small business 2 months running: 12 agents in September 2026 …”"""
    promise = tiers.promise(facts.tier)
    newest = facts.months[-tiers.moving.months_over_limits :]
    told = [
        f"{amount(month.used[name] or 0)} {limit_words(name)} in {month.first:%B %Y}"
        f" ({amount(promise.limits[name])} at most)"
        for month in newest
        for name in promise.over(month.used)
    ]
    running = "in the last month" if len(newest) == 1 else f"{len(newest)} months running"
    return f"Over the limits of {facts.tier.label} {running}: {', '.join(told)}."


def less(facts: Facts, by_value: Tier, tiers: Tiers) -> str:
    least = tiers.promise(facts.tier).least_annual_value
    when = "It renews for" if facts.value_at_renewal != facts.value else "It is worth"
    return (
        f"{when} {amount(facts.value_at_renewal)} a year, which is {by_value.label};"
        f" {facts.tier.label} begins at {amount(least)}."
    )


def notice(facts: Facts, days: int, notice_by: date) -> str:
    assert facts.renews_on is not None
    renews = f"It renews on {said(facts.renews_on)}"
    if not days:
        return f"{renews}; no notice is promised."
    return f"{renews}; {days} days of notice have to be given by {said(notice_by)}."


def stays(facts: Facts, tiers: Tiers) -> str:
    """Why nothing speaks for another tier: its value, and what it used last beside the limits."""
    worth = "Its value is unknown." if facts.value is None else ""
    told = [worth or f"It is worth {amount(facts.value)} a year."]
    limits = tiers.promise(facts.tier).limits
    if not limits:
        return f"{told[0]} {facts.tier.label} has no limits."
    used = facts.months[-1].used if facts.months else {}
    known = {name: used.get(name) for name in limits}
    if facts.months:
        told += [
            f"{amount(number)} {limit_words(name)} in {facts.months[-1].first:%B %Y}"
            f" ({amount(limits[name])} at most)."
            for name, number in known.items()
            if number is not None
        ]
    unknown = [limit_words(name) for name, number in known.items() if number is None]
    if unknown:
        told.append(f"Unknown: {', '.join(unknown)}.")
    return " ".join(told)
