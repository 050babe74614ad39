"""Tables of the tiers: who belongs to which, what each is promised. Plain Python."""

from collections.abc import Callable

from tenure.documents.tables.table import TIERS, Table
from tenure.programme.part import Range
from tenure.programme.saying import NOTHING, plain
from tenure.programme.tiers import TierPromise, Tiers
from tenure.programme.whole import Programme
from tenure.programme.words import Cadence

HEAD = ("What", *TIERS)


def across(tiers: Tiers, rows: dict[str, Callable[[TierPromise], str]]) -> Table:
    return Table(HEAD, [(name, *(say(one) for one in tiers.tier)) for name, say in rows.items()])


def _range(told: Range) -> str:
    if told.most is None:
        return f"{plain(told.least)} or more"
    return (
        f"{plain(told.least)} to {plain(told.most)}" if told.least else f"up to {plain(told.most)}"
    )


def assignment(programme: Programme) -> Table:
    tiers = programme.tiers
    over = [None, *(one.least_annual_value for one in tiers.tier)]

    def value(one: TierPromise) -> str:
        above = over[tiers.tier.index(one)]
        if above is None:
            return f"{plain(float(one.least_annual_value))} or more"
        if not one.least_annual_value:
            return f"under {plain(float(above))}"
        return f"{plain(float(one.least_annual_value))} to under {plain(float(above))}"

    return across(
        tiers,
        {
            "Annual contract value": value,
            "Licensed agents": lambda one: _range(one.agents),
            "Leads a month": lambda one: _range(one.leads_a_month),
        },
    )


def limits(programme: Programme) -> Table:
    names = {"agents": "Agents", "leads_a_month": "Leads a month", "storage_gb": "Storage, GB"}
    told = {
        words: (lambda one, name=name: plain(one.limits.get(name)))
        for name, words in names.items()
    }  # fmt: skip
    return across(
        programme.tiers, told | {"API requests an hour": lambda one: plain(one.requests_an_hour)}
    )


def _reviews(one: TierPromise) -> str:
    told = [
        r.cadence.label.lower() + (f" in the first {r.first_days} days" if r.first_days else "")
        for r in one.reviews
    ]
    return ", ".join(told) or NOTHING


RHYTHM: dict[str, Callable[[TierPromise], str]] = {
    "Touchpoints a month": lambda one: plain(one.touchpoints_a_month),
    "Reviews": _reviews,
    "Health looked at": lambda one: _cadence(one.health_looked_at),
}
NOTICE: dict[str, Callable[[TierPromise], str]] = {
    "Notice to move down": lambda one: plain(one.notice_days, "days"),
}
CARE: dict[str, Callable[[TierPromise], str]] = {
    "Looked after": lambda one: one.care.label.lower(),
    "Customers a CSM": lambda one: plain(one.customers_per_csm),
    **RHYTHM,
    "Onboarding": lambda one: (
        plain(one.onboarding_days, "days") if one.onboarding_days else "self-paced"
    ),
    "Time to value": lambda one: plain(one.time_to_value_days, "days"),
    "Place on the advisory board": lambda one: one.advisory_board.label.lower(),
    **NOTICE,
}


def care(programme: Programme) -> Table:
    return across(programme.tiers, CARE)


def rhythm(programme: Programme) -> Table:
    return across(programme.tiers, RHYTHM)


def notice(programme: Programme) -> Table:
    return across(programme.tiers, NOTICE)


def _cadence(cadence: Cadence | None) -> str:
    return cadence.label.lower() if cadence else "by the software"
