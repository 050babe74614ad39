"""Each kind of survey has its scale, and the database keeps to it."""

import pytest
from django.db import transaction

from tenure.foundation.checking import save
from tenure.foundation.refusals import Invalid
from tenure.surveys.models import SurveyAnswer
from tests.moments import NOON


def answer(customer, kind, score):
    given = SurveyAnswer(customer=customer, kind=kind, score=score, answered_at=NOON)
    save(given)


@pytest.mark.parametrize(
    "kind, score",
    [
        ("NPS", 0),
        ("NPS", 10),
        ("CSAT", 1),
        ("CSAT", 5),
        ("CES", 1),
        ("CES", 7),
        ("PRODUCT", 1),
        ("PRODUCT", 5),
    ],
)
def test_the_ends_of_a_scale_are_on_it(kind, score, acme):
    answer(acme, kind, score)

    assert SurveyAnswer.objects.get().score == score


@pytest.mark.parametrize(
    "kind, score",
    [
        ("NPS", -1),
        ("NPS", 11),
        ("CSAT", 0),
        ("CSAT", 6),
        ("CES", 0),
        ("CES", 8),
        ("PRODUCT", 0),
        ("PRODUCT", 6),
    ],
)
def test_what_lies_beyond_is_refused_in_words(kind, score, acme):
    words = "NPS goes from 0 to 10, CSAT and PRODUCT from 1 to 5, CES from 1 to 7"

    with pytest.raises(Invalid, match=words), transaction.atomic():
        answer(acme, kind, score)

    assert not SurveyAnswer.objects.exists()
