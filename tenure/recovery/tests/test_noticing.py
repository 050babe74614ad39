"""Who is back: asked about once, and only where there is a plan to end."""

import pytest

from tenure.health import entering
from tenure.recovery import actions
from tenure.recovery.noticing import propose_endings
from tenure.recovery.words import CaseState
from tenure.work.models import Task
from tests.moments import NOON

FIELDS = {"cause": "The sponsor left", "concerned": "Sales", "takes": "A new sponsor"}


@pytest.fixture
def planned(acme, alice):
    case = actions.open_case(customer=acme, reason="They said so", by=alice, at=NOON)
    case = actions.assess_case(case=case, fields=FIELDS, by=alice, at=NOON)
    return actions.start_recovery_plan(case=case, by=alice, at=NOON)


def question():
    return Task.objects.filter(title__startswith="Health is back")


@pytest.mark.parametrize(("score", "asked"), [(59, 0), (60, 1), (88, 1)])
def test_it_asks_from_the_score_that_the_programme_names(planned, acme, alice, score, asked):
    entering.record_score(customer=acme, fields={"score": score}, by=alice, at=NOON)

    assert propose_endings(by=alice, at=NOON) == asked
    assert propose_endings(by=alice, at=NOON) == 0
    assert question().count() == asked


def test_the_question_goes_with_the_case(planned, acme, alice):
    entering.record_score(customer=acme, fields={"score": 70}, by=alice, at=NOON)
    propose_endings(by=alice, at=NOON)

    actions.end_case(case=planned, state=CaseState.RECOVERED, learnt="x", by=alice, at=NOON)
    assert question().get().state == "CANCELLED"


def test_a_score_that_nobody_knows_asks_nothing(planned, alice):
    assert propose_endings(by=alice, at=NOON) == 0
