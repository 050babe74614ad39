"""Whether a draft is a scorecard, or everything that is wrong with it by field."""

from collections.abc import Iterator

from tenure.health.checking import check
from tenure.health.typed import SETTINGS, Values
from tenure.programme.faults import Fault
from tenure.programme.reading import card_from
from tenure.programme.scorecard import Scorecard, WrongScorecard


def read(definition: Values) -> tuple[Scorecard | None, list[Fault]]:
    """The scorecard that a draft describes, or everything that is wrong with it."""
    if faults := list(_unread(definition)):
        return None, faults
    settled = definition | {"component": [c for c in definition["component"] if c["measures"]]}
    try:
        return check(card_from(settled)), []
    except WrongScorecard as refusal:
        return None, list(refusal.faults)


def _unread(definition: Values) -> Iterator[Fault]:
    """The fields whose text is no number, or no curve."""
    values = {f"levels.{name}": value for name, value in definition["levels"].items()}
    values |= {name: definition[name] for name in SETTINGS}
    for part in definition["component"]:
        values |= {f"{part['code']}.weight.{tier}": n for tier, n in part["weight"].items()}
        values[f"{part['code']}.target"] = part["target"]
        for one in part["measures"]:
            place = f"measures.{one['code']}"
            values |= {f"{place}.weight": one["weight"], f"{place}.curve": one["curve"]}
            curves = one.get("curve_by_tier", {})
            values |= {f"{place}.curve.{tier}": curve for tier, curve in curves.items()}
    for place, value in values.items():
        if isinstance(value, str):
            noun = "number" if ".curve" not in place else "curve, such as 0 → 0, 5 → 100"
            yield Fault(place, f"“{value}” is no {noun}." if value else "Something is missing.")
