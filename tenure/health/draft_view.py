"""A draft as its page shows it: every field with its text and its fault, and the sums."""

from collections.abc import Iterator, Sequence
from typing import Any

from tenure.health.draft_faults import read
from tenure.health.draft_fields import Field, MeasureRow, Part, Total
from tenure.health.measures import MEASURES, Measure
from tenure.health.measures.own import measure_or_none
from tenure.health.typed import SETTINGS, TIERS, Values, text_of, whole
from tenure.programme.differences import plain
from tenure.programme.faults import LEVELS
from tenure.programme.scorecard import Scorecard
from tenure.programme.words import Tier

LABELS = {
    "trend_points": "A trend: points, more than",
    "drop_points": "A sharp fall: points, more than",
    "renewal_near_days": "A renewal is near: days",
}


class DraftView:
    """What the page of a draft shows."""

    def __init__(self, definition: Values, spare: Sequence[Measure] = ()) -> None:
        self.values = whole(definition)
        self.card: Scorecard | None
        self.card, faults = read(definition)
        self.errors: dict[str, str] = {}
        for fault in faults:
            before = self.errors.get(fault.place)
            self.errors[fault.place] = f"{before} {fault.words}" if before else fault.words
        used = {one["code"] for part in self.values["component"] for one in part["measures"]}
        self.choices = [one for one in (*MEASURES, *spare) if one.code not in used]
        self.levels = [
            self.field(f"levels.{level}", f"{level.label} from", self.values["levels"].get(level))
            for level in LEVELS[:-1]
        ]
        self.settings = [self.field(name, LABELS[name], self.values[name]) for name in SETTINGS]
        self.parts = [self._part(part) for part in self.values["component"]]
        self.totals = [self._total(tier) for tier in ("default", *Tier)]

    def field(self, place: str, label: str, value: Any, about: str = "") -> Field:
        text = "" if value is None else text_of(value)
        return Field(place, label, text, self.errors.get(place, ""), about)

    def fields(self) -> Iterator[Field]:
        """All that have a place for an error."""
        yield from (*self.levels, *self.settings)
        for part in self.parts:
            yield from (*part.weights, part.target)
            for row in part.rows:
                yield from (row.weight, row.curve, *row.by_tier)

    @property
    def summary(self) -> list[str]:
        """The faults that stand beside no field."""
        shown = {field.place for field in self.fields()}
        return [words for place, words in self.errors.items() if place not in shown]

    def _part(self, part: Values) -> Part:
        code, title = part["code"], part["title"]
        weights = [
            self.field(f"{code}.weight.{tier}", f"{title} for {_name(tier)}", part["weight"].get(tier))
            for tier in TIERS
        ]  # fmt: skip
        total = _sum(one["weight"] for one in part["measures"])
        is_right = total == "100" or not part["measures"]
        return Part(
            code, title, weights, self.field(f"{code}.target", f"Target of {title}", part["target"]),
            [self._row(one) for one in part["measures"]],
            Total(f"sum-{code}", title, total, is_right),
            self.errors.get(f"{code}.measures", ""),
        )  # fmt: skip

    def _row(self, one: Values) -> MeasureRow:
        place, curves = f"measures.{one['code']}", one.get("curve_by_tier", {})
        measure = measure_or_none(one["code"], self.values.get("own", []), MEASURES)
        title = measure.title if measure else one["code"]
        return MeasureRow(
            measure=measure,
            code=one["code"],
            weight=self.field(f"{place}.weight", f"Weight of {title}", one["weight"]),
            curve=self.field(f"{place}.curve", f"Curve of {title}", one["curve"]),
            by_tier=[
                self.field(f"{place}.curve.{tier}", tier.label, curves.get(tier), f"Curve of {title} for")
                for tier in Tier
            ],
            points=one["curve"] if isinstance(one["curve"], list) else None,
        )  # fmt: skip

    def _total(self, tier: str) -> Total:
        weights = [part["weight"] for part in self.values["component"]]
        total = _sum(weight.get(tier, weight.get("default", 0)) for weight in weights)
        is_right = total == "100" or tier == "default"
        return Total(f"sum-tier-{tier}", _name(tier), total, is_right)


def _name(tier: str) -> str:
    return Tier(tier).label if Tier.has(tier) else "all tiers"


def _sum(numbers: Iterator[Any]) -> str:
    told = list(numbers)
    return "?" if any(isinstance(one, str) for one in told) else plain(round(sum(told), 6))
