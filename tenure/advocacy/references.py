"""Finding a reference that fits: who agreed, how well each fits and why, and who is left in peace."""

from dataclasses import dataclass
from datetime import date

from tenure.advocacy.fitting import Line, Wanted, fit, percent
from tenure.advocacy.queries import Candidate, asks_of, candidates
from tenure.advocacy.rules import Rest, rest
from tenure.advocacy.words import AdvocacyType
from tenure.programme.in_force import programme
from tenure.programme.words import Tier

MOST = 500
TIERS = [tier.value for tier in Tier]


@dataclass(frozen=True)
class Reference:
    who: Candidate
    lines: list[Line]
    percent: float
    rest: Rest | None = None
    """Why they are not asked now."""


def references(kind: AdvocacyType, wanted: Wanted, day: date) -> list[Reference]:
    """Everybody who agreed to it, the best fit first; then those who are not to be asked now."""
    told = programme().advocacy
    found = candidates(kind.value, day, MOST)
    asks = asks_of([one.customer for one in found])
    made = []
    for one in found:
        why = rest(asks.get(one.customer, []), one.contact, day, told.limits)
        if one.known.score < told.fit.healthy_from:
            why = Rest(date.max, f"Its health is {one.known.score}: first make it well.")
        lines = fit(wanted, one.known, day, told.fit, TIERS)
        made.append(Reference(one, lines, percent(lines), why))
    return sorted(made, key=lambda one: (one.rest is not None, -one.percent, one.who.name))
