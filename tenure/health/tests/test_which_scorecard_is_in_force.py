"""Versions of the scorecard: saved once, put in force, taken back; scores follow at the next run."""

from datetime import timedelta

import msgspec
import pytest
from django.db import IntegrityError, connection, transaction

from tenure.foundation.audit.models import Deed
from tenure.health import actions, scorecards
from tenure.health.models import Scorecard, ScorecardInForce
from tenure.programme import in_force
from tenure.programme.scorecard import OwnMeasure, WrongScorecard
from tests.moments import NOON

CARD = in_force.scorecard()
STRICT = msgspec.structs.replace(CARD, levels=CARD.levels | {"GOOD": 75.0})
pytestmark = pytest.mark.django_db


def saved(mona, card=STRICT, note="Good is harder") -> Scorecard:
    return scorecards.save(card=card, note=note, by=mona, at=NOON)


def put(mona, scorecard) -> None:
    scorecards.put_in_force(scorecard=scorecard, note="Agreed", by=mona, at=NOON)


def test_nothing_said_the_programmes_own_is_in_force_and_becomes_version_1_when_it_is_used():
    assert scorecards.in_force() == CARD
    assert not Scorecard.objects.exists()

    row = scorecards.row_in_force()

    assert (row.number, row.version, row.saved_by) == (1, CARD.version, "Tenure")
    assert scorecards.row_in_force() == row


def test_saving_does_not_put_in_force(mona):
    scorecards.row_in_force()

    row = saved(mona)

    assert (row.number, row.note, row.saved_by, row.saved_at) == (2, "Good is harder", "Mona", NOON)
    assert scorecards.in_force() == CARD


def test_the_same_scorecard_is_not_saved_twice(mona):
    saved(mona)

    with pytest.raises(scorecards.AlreadySaved, match="the same scorecard as version 1"):
        saved(mona, note="Again")
    assert Scorecard.objects.count() == 1


def test_scores_follow_what_is_in_force_and_say_by_what_they_were_computed(acme, mona, intent):
    intent(70)
    actions.score_customer(customer=acme, by=mona, at=NOON)
    row = saved(mona)
    put(mona, row)

    actions.score_customer(customer=acme, by=mona, at=NOON + timedelta(days=1))

    told = acme.health_scores.order_by("recorded_at").values_list("level", "scorecard__number")
    assert list(told) == [("GOOD", 1), ("FAIR", 2)]


def test_an_older_version_is_put_in_force_again(mona):
    first = scorecards.row_in_force()
    put(mona, saved(mona))
    put(mona, first)

    assert scorecards.in_force() == CARD
    assert ScorecardInForce.objects.count() == 2
    deeds = Deed.objects.filter(code__startswith="scorecard.").order_by("id")
    codes = deeds.values_list("code", flat=True)
    assert list(codes) == ["scorecard.saved", "scorecard.adopted", "scorecard.adopted"]


def test_what_is_in_force_is_not_put_in_force(mona):
    first = scorecards.row_in_force()

    with pytest.raises(scorecards.AlreadyInForce, match="Version 1 is in force already"):
        put(mona, first)
    assert not ScorecardInForce.objects.exists()


def test_what_cannot_be_measured_is_refused(mona):
    engagement, *others = CARD.component
    parts = list(engagement.measures)
    parts[0] = msgspec.structs.replace(parts[0], code="charisma")
    changed = msgspec.structs.replace(engagement, measures=tuple(parts))
    card = msgspec.structs.replace(CARD, component=(changed, *others))

    with pytest.raises(WrongScorecard, match="There is no measure charisma") as refusal:
        saved(mona, card)
    assert [fault.place for fault in refusal.value.faults] == ["measures.charisma"]


def test_an_own_measure_keeps_its_meaning(mona):
    own = OwnMeasure(code="own_load", title="Load", definition="", unit="", expression="goals")
    saved(mona, msgspec.structs.replace(CARD, own=(own,)))
    other = msgspec.structs.replace(own, expression="goals * 2")

    with pytest.raises(WrongScorecard, match="own_load is computed as goals in version 1"):
        saved(mona, msgspec.structs.replace(CARD, own=(other,)))


@pytest.mark.parametrize(
    "sql",
    ["delete from health_scorecardinforce", "update health_scorecardinforce set since = now()",
     "update health_scorecard set note = 'x'"],
)  # fmt: skip
def test_what_was_in_force_cannot_be_rewritten(mona, sql):
    put(mona, saved(mona))

    with pytest.raises(IntegrityError, match="is history"), transaction.atomic():
        connection.cursor().execute(sql)


def test_a_scorecard_is_found_by_its_number_or_its_place(mona):
    saved(mona)

    assert scorecards.card_named("1") == STRICT
    assert scorecards.card_named("in-force") == scorecards.card_named("file") == CARD
    with pytest.raises(scorecards.NoSuchVersion, match="There is no scorecard 9"):
        scorecards.card_named("9")
