"""Two scorecards over the same readings: who moves, how far, with how much value."""

from uuid import UUID

import msgspec
import numpy as np
import pytest

from tenure.customers.models import CurrentHealth
from tenure.health import actions, rules
from tenure.health.comparing import compare
from tenure.health.readings import Readings, newest_readings
from tenure.programme import in_force
from tenure.programme.words import HealthLevel, Tier
from tests.moments import NOON

CARD = in_force.scorecard()
CODES = [measure.code for measure in CARD.measures]
HARDER = msgspec.structs.replace(
    CARD, levels={"EXCELLENT": 90.0, "GOOD": 75.0, "FAIR": 40.0, "POOR": 0.0}, drop_points=5.0
)
UNKNOWN = float("nan")


def of_nps(component, curve):
    """A satisfaction that scores NPS by another curve."""
    nps = msgspec.structs.replace(component.measures[0], curve=curve)
    return msgspec.structs.replace(component, measures=(nps, *component.measures[1:]))


HARSH = msgspec.structs.replace(
    CARD,
    component=(*CARD.component[:2], of_nps(CARD.component[2], ((-100.0, 0.0), (0.0, 10.0), (100.0, 90.0))),
               CARD.component[3]),
)  # fmt: skip


def readings(*nps: float, without: int = 0) -> Readings:
    """Customers of whom only the NPS is known, each worth 1,000 more than the one before."""
    measured = np.full((len(nps), len(CODES)), UNKNOWN)
    measured[:, CODES.index("nps")] = nps
    values = 1000.0 * np.arange(1, len(nps) + 1)
    ids = [UUID(int=n) for n in range(len(nps))]
    return Readings(ids, [Tier.TRIAL] * len(nps), values, CODES, measured, without)


def moves(told) -> dict[tuple, tuple[int, float]]:
    """The cells of the matrix that are not empty, off its diagonal."""
    return {
        (before, cell.after): (cell.customers, cell.value)
        for before, row in told.matrix
        for cell in row
        if cell.customers and not cell.is_same
    }


def test_nobody_moves_between_a_scorecard_and_itself():
    told = compare(readings(-50, 0, 60, UNKNOWN, without=3), CARD, CARD)

    assert (told.customers, told.without, told.moved, told.movers) == (4, 3, 0, ())
    assert told.mean_before == told.mean_after == pytest.approx((25 + 50 + 80) / 3)
    assert (told.drops, told.crossings, told.unread) == (0, {60: 0, 40: 0}, ())


def test_levels_that_begin_elsewhere_move_customers_and_their_value_but_no_score():
    told = compare(readings(60, 40, 50, -50), CARD, HARDER)  # scores 80, 70, 75, 25

    good, fair = HealthLevel.GOOD, HealthLevel.FAIR
    assert moves(told) == {(HealthLevel.EXCELLENT, good): (1, 1000), (good, fair): (1, 2000)}
    assert (told.moved, told.value_moved, told.movers) == (2, 3000, ())


def test_a_harsher_curve_tells_who_falls_and_which_alerts_that_opens():
    told = compare(readings(100, 0, 30, -100), CARD, HARSH)  # 100, 50, 65, 0 → 90, 10, 34, 0

    assert [(m.row, m.before, m.after, m.change) for m in told.movers] == [
        (1, 50, 10, -40), (2, 65, 34, -31), (0, 100, 90, -10),
    ]  # fmt: skip
    assert (told.drops, told.crossings) == (2, {60: 1, 40: 2})
    assert moves(told)[(HealthLevel.GOOD, HealthLevel.POOR)] == (1, 3000)


def test_levels_of_many_are_those_of_each():
    scores = np.arange(0, 101)
    told = compare(readings(*(2.0 * scores - 100)), CARD, HARDER)

    for before, row in told.matrix[:-1]:
        expected = [rules.level_of(s, HARDER) for s in scores if rules.level_of(s, CARD) == before]
        assert {c.after: c.customers for c in row if c.customers} == {
            level: expected.count(level) for level in set(expected)
        }


def test_who_loses_the_only_measure_that_is_known_has_no_score_any_more():
    parts = [part for part in CARD.component if part.code != "satisfaction"]
    weights = {"engagement": 40.0, "success": 40.0, "financial": 20.0}
    parts = [msgspec.structs.replace(p, weight={"default": weights[p.code]}) for p in parts]
    told = compare(readings(60), CARD, msgspec.structs.replace(CARD, component=tuple(parts)))

    assert moves(told) == {(HealthLevel.EXCELLENT, None): (1, 1000)}
    assert (told.mean_after, told.drops) == (None, 0)


def test_what_no_score_has_read_is_unknown_and_said():
    only = readings(60)
    told = compare(
        Readings(only.ids, only.tiers, only.values, ["nps"], only.measured[:, [8]], 0), CARD, CARD
    )

    assert len(told.unread) == 15
    assert told.mean_after == 80


def test_nobody_is_compared_where_nobody_was_scored():
    told = compare(readings(without=2), CARD, HARDER)

    assert (told.customers, told.without, told.mean_before, told.moved) == (0, 2, None, 0)


def test_readings_are_those_of_the_newest_score_of_everybody_who_is_here(acme, mona, intent):
    intent(60)
    actions.score_customer(customer=acme, by=mona, at=NOON)

    found = newest_readings()

    assert (found.ids, found.tiers, found.without) == ([acme.id], [Tier.MID_MARKET], 0)
    assert found.values.tolist() == [48_000]
    assert found.of(CARD)[0, CODES.index("renewal_intent")] == 60
    CurrentHealth.objects.update(status="CHURNED")
    assert newest_readings().ids == []
