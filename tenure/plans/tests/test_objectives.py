"""What a plan is to reach: said, measured, dropped and taken up again."""

from datetime import date
from decimal import Decimal

import pytest

from tenure.foundation.audit.models import Deed
from tenure.foundation.refusals import Invalid
from tenure.plans import actions
from tenure.plans.models import Measurement, Objective
from tests.moments import NOON, TODAY

USE = {"title": "Raise weekly use", "unit": "logins", "baseline": Decimal(2), "target": Decimal(5)}


@pytest.fixture
def objective(plan, alice):
    return actions.add_objective(plan=plan, fields=USE, by=alice, at=NOON)


def measure(objective, by, value, day=TODAY):
    return actions.measure_objective(
        objective=objective, value=Decimal(value), measured_on=day, by=by, at=NOON
    )


def test_what_is_not_measured_is_unknown(objective):
    assert (objective.current, objective.measured_on) == (None, None)


def test_the_newest_day_counts_whenever_it_was_written_down(objective, alice):
    measure(objective, alice, "3.5")
    measure(objective, alice, "2.5", date(2026, 11, 1))

    objective.refresh_from_db()
    assert (objective.current, objective.measured_on) == (Decimal("3.5"), TODAY)
    assert Measurement.objects.count() == 2


def test_of_one_day_the_last_that_was_written_down_counts(objective, alice):
    measure(objective, alice, 30)
    measure(objective, alice, 3)

    objective.refresh_from_db()
    assert objective.current == 3
    said = Deed.objects.filter(code="objective.measured").order_by("-id")[0].details
    assert said["value"] == "3 logins"


def test_a_day_that_has_not_come_is_refused(objective, alice):
    with pytest.raises(Invalid, match="This day has not come yet"):
        measure(objective, alice, 4, date(2026, 11, 24))

    assert not Measurement.objects.exists()


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"title": ""}, "title"), ({"target": Decimal(1)}, "target"),
        ({"metric": "no_such"}, "metric"), ({"baseline": Decimal("1e20")}, "baseline"),
        ({"direction": "SIDEWAYS"}, "direction"), ({"target": Decimal("NaN")}, "target"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_and_nothing_is_added(plan, alice, fields, named):
    with pytest.raises(Invalid) as refused:
        actions.add_objective(plan=plan, fields=USE | fields, by=alice, at=NOON)

    assert named in refused.value.fields
    assert not Objective.objects.exists()


def test_less_may_be_better(plan, alice):
    fields = USE | {"direction": "LOWER", "target": Decimal("0.5"), "metric": "nps"}

    assert actions.add_objective(plan=plan, fields=fields, by=alice, at=NOON).target < 2


def test_a_change_that_contradicts_itself_is_refused(objective, alice):
    changes = {"baseline": Decimal(9)}
    with pytest.raises(Invalid, match="the worse way"):
        actions.change_objective(objective=objective, changes=changes, by=alice, at=NOON)

    objective.refresh_from_db()
    assert objective.baseline == 2


def test_what_was_dropped_keeps_what_was_measured_and_comes_back(objective, alice):
    measure(objective, alice, 4)
    actions.drop_objective(objective=objective, by=alice, at=NOON)
    objective.refresh_from_db()
    assert (objective.dropped_on, objective.current) == (TODAY, 4)

    actions.restore_objective(objective=objective, by=alice, at=NOON)
    objective.refresh_from_db()
    assert objective.dropped_on is None


def test_a_change_that_changes_nothing_leaves_no_trace(objective, alice):
    actions.change_objective(objective=objective, changes=USE, by=alice, at=NOON)

    assert not Deed.objects.filter(code="objective.changed").exists()
