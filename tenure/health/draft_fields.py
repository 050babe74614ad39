"""What the page of a draft is made of: fields with their text and their error, rows, sums."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tenure.health.measures import Measure


@dataclass(frozen=True)
class Field:
    place: str
    label: str
    text: str
    error: str = ""
    about: str = ""  # what the label leaves to those who see where the field stands

    @property
    def id(self) -> str:
        return self.place.replace(".", "-")


@dataclass(frozen=True)
class Total:
    id: str
    label: str
    text: str
    is_right: bool


@dataclass(frozen=True)
class MeasureRow:
    measure: Measure | None  # None: Tenure does not know it
    code: str
    weight: Field
    curve: Field
    by_tier: Sequence[Field]
    points: Any  # of the curve, where it can be read

    @property
    def has_tiers(self) -> bool:
        return any(field.text or field.error for field in self.by_tier)


@dataclass(frozen=True)
class Part:
    code: str
    title: str
    weights: Sequence[Field]
    target: Field
    rows: Sequence[MeasureRow]
    total: Total
    error: str
