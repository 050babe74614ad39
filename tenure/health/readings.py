"""What was measured of all customers when they were last scored, without reading any feed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np
from django.db import connection, transaction

from tenure.health import scorecards
from tenure.health.models import Scorecard
from tenure.health.rules import Numbers
from tenure.programme import scorecard as cards
from tenure.programme.words import Tier

ROWS_AT_ONCE = 20_000
NEWEST = """
select h.customer_id, h.tier, h.annual_value::float8, s.scorecard_id, s.measured
from customers_currenthealth h
cross join lateral (
    select scorecard_id, measured from health_healthscore
    where customer_id = h.customer_id and scorecard_id is not null
    order by recorded_at desc limit 1
) s
where h.status <> 'CHURNED'
order by h.customer_id
"""
CURRENT = "select count(*) from customers_currenthealth where status <> 'CHURNED'"


@dataclass(frozen=True)
class Readings:
    """The newest computed score's readings of n customers that have one."""

    ids: Sequence[UUID]
    tiers: Sequence[Tier]
    values: Numbers  # n, a year's contract value
    codes: Sequence[str]  # of the k measures that any of the scores read
    measured: Numbers  # n x k
    without: int  # customers of whom no score was ever computed

    def of(self, card: cards.Scorecard) -> Numbers:
        """n x m in the card's order; what was not read is unknown."""
        columns = [
            self.measured[:, self.codes.index(measure.code)]
            if measure.code in self.codes
            else np.full(len(self.ids), np.nan)
            for measure in card.measures
        ]
        return np.stack(columns, axis=1)


def newest_readings() -> Readings:
    """A block of rows at a time, so that a million customers fit into memory."""
    codes_of = _codes_of_versions()
    codes = sorted({code for codes in codes_of.values() for code in codes})
    ids: list[UUID] = []
    tiers: list[Tier] = []
    values, measured = [np.empty(0)], [np.empty((0, len(codes)))]
    with transaction.atomic(), connection.cursor() as plain:
        plain.execute(CURRENT)
        current: int = plain.fetchone()[0]
        with connection.connection.cursor("newest_readings", binary=True) as cursor:
            cursor.execute(NEWEST)
            while rows := cursor.fetchmany(ROWS_AT_ONCE):
                ids += [row[0] for row in rows]
                tiers += [Tier(row[1]) for row in rows]
                values.append(np.array([row[2] for row in rows], dtype=float))
                measured.append(_in_columns(rows, codes_of, codes))
    return Readings(
        ids=ids,
        tiers=tiers,
        values=np.concatenate(values),
        codes=codes,
        measured=np.concatenate(measured),
        without=current - len(ids),
    )


def _in_columns(
    rows: Sequence[tuple[Any, ...]], codes_of: dict[int, list[str]], codes: Sequence[str]
) -> Numbers:
    """Each score's readings in the columns of all measures, whatever its own order was."""
    block = np.full((len(rows), len(codes)), np.nan)
    versions = np.array([row[3] for row in rows])
    for version in set(versions.tolist()):
        own = np.flatnonzero(versions == version)
        places = [codes.index(code) for code in codes_of[version]]
        read: list[Any] = [rows[row][4] for row in own.tolist()]
        block[np.ix_(own, places)] = np.array(read, dtype=np.float64)
    return block


def _codes_of_versions() -> dict[int, list[str]]:
    return {
        row.id: [measure.code for measure in scorecards.card_of(row.definition).measures]
        for row in Scorecard.objects.all()
    }
