"""Tables of service: answers, solutions, uptime, and all that one tier is promised. Plain Python."""

from collections.abc import Callable, Mapping

from tenure.documents.tables.table import Table
from tenure.documents.tables.tiers import CARE, HEAD, across
from tenure.programme.calendar import Clock
from tenure.programme.saying import NOTHING, plain
from tenure.programme.tiers import PRIORITIES, TierPromise
from tenure.programme.whole import Programme
from tenure.programme.words import Tier


def response(programme: Programme) -> Table:
    clock = programme.calendar.clock
    return _hours(programme, clock, lambda one: one.first_response_hours)


def resolution(programme: Programme) -> Table:
    clock = programme.calendar.resolution_clock
    return _hours(programme, clock, lambda one: one.resolution_hours)


def _hours(
    programme: Programme, clock: Mapping[str, Clock], of: Callable[[TierPromise], dict[str, float]]
) -> Table:
    rows: list[tuple[str, ...]] = []
    for priority in PRIORITIES:
        by = "round the clock" if clock[priority] == "CALENDAR" else "in opening hours"
        told = [of(one).get(priority) for one in programme.tiers.tier]
        rows.append(
            (f"{priority}, {by}", *(plain(h, "hours") if h else "best effort" for h in told))
        )
    return Table(HEAD, rows)


UPTIME: dict[str, Callable[[TierPromise], str]] = {
    "Uptime a month": lambda one: (
        f"{plain(one.uptime_percent)}%" if one.uptime_percent else "best effort"
    ),
    "Service credit": lambda one: (
        ", ".join(
            f"{plain(c.credit_percent)}% under {plain(c.under_percent)}%"
            for c in one.service_credits
        )
        or NOTHING
    ),
}


def uptime(programme: Programme) -> Table:
    return across(programme.tiers, UPTIME)


def one_tier(programme: Programme, tier: Tier) -> Table:
    """All that one tier is promised, a line each."""
    promise = programme.tiers.promise(tier)
    lines = {
        "First response": lambda one: _by_priority(one.first_response_hours),
        "Resolution": lambda one: _by_priority(one.resolution_hours),
    }
    told = CARE | lines | UPTIME
    return Table(
        ("What", f"Promised to {tier.label}"), [(name, say(promise)) for name, say in told.items()]
    )


def _by_priority(hours: dict[str, float]) -> str:
    told = [f"{name} {plain(hours[name], 'hours')}" for name in PRIORITIES if name in hours]
    return ", ".join(told) or "best effort"
