"""What a file says beyond our columns: kept with its rows as it came."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tenure.foundation.tabular.converting import Problems
from tenure.foundation.tabular.formats import Format
from tenure.foundation.tabular.mapping import FileMapping
from tenure.foundation.tabular.values import ESCAPES, texts

ANY_TEXT = texts(sys.maxsize)


@dataclass(frozen=True)
class SourceFacts:
    """The columns that are kept: by name the place in the file."""

    places: dict[str, int]

    def unreadable(self, columns: Sequence[Sequence[str]]) -> Iterator[tuple[str, Problems]]:
        """By column the rows in which it is no text."""
        for name, place in self.places.items():
            _, wrong = ANY_TEXT(columns[place])
            yield name, wrong

    def of(self, columns: Sequence[Sequence[str]], count: int) -> list[str | None]:
        """The facts of each row, as JSON in COPY's notation."""
        if not self.places:
            return [None] * count
        rows = zip(*(columns[place] for place in self.places.values()), strict=True)
        return [
            json.dumps(
                {name: value for name, value in zip(self.places, row, strict=True) if value}
            ).translate(ESCAPES)
            for row in rows
        ]


def source_facts(columns: Sequence[str], form: Format, mapping: FileMapping) -> SourceFacts:
    """Every column that is no field's source, and that the mapping does not drop."""
    if not form.keeps_other_columns:
        return SourceFacts({})
    used = {source.column for name in mapping.fields if (source := mapping.source(name))}
    return SourceFacts({
        name: place
        for place, name in enumerate(columns)
        if name not in used and name not in mapping.drop
    })  # fmt: skip
