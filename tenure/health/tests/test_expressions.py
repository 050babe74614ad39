"""Expressions over facts: what they compute, what is unknown in them, and what is refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenure.foundation.database.columns import Asked
from tenure.health import facts
from tenure.health.measures.expressions import WrongExpression, formula
from tenure.health.measures.known_facts import FACTS
from tests.moments import TODAY

UNKNOWN = float("nan")
KNOWN = {
    "complaints": np.array([4.0, 0.0, UNKNOWN]),
    "seats": np.array([8.0, 0.0, 10.0]),
    "nps": np.array([-20.0, 40.0, UNKNOWN]),
    "latest_nps": np.array([10.0, 10.0, 30.0]),
}
PARTS = ["complaints", "seats", "nps", "+", "-", "/", "*", "(", ")", "1", "0", "min(", ",", "not "]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("complaints / seats * 100", [50, UNKNOWN, UNKNOWN]),
        ("complaints\n  + 1", [5, 1, UNKNOWN]),
        ("-(nps - 10) / 2", [15, -15, UNKNOWN]),
        ("if_known(nps, latest_nps)", [-20, 40, 30]),
        ("if_known(nps, latest_nps, 0)", [-20, 40, 30]),
        ("max(complaints, 3, seats)", [8, 3, UNKNOWN]),
        ("min(seats, 9)", [8, 0, 9]),
        ("complaints >= 4", [1, 0, UNKNOWN]),
        ("0 < seats <= 8", [1, 0, 0]),
        ("seats == 8 and nps < 0", [1, 0, UNKNOWN]),
        ("complaints or seats", [1, 0, UNKNOWN]),
        ("not seats", [0, 1, 0]),
        ("100 * (nps > 0) + seats", [8, 100, UNKNOWN]),
        ("seats / (seats - seats)", [UNKNOWN] * 3),
        ("1e300 * seats * 1e300", [UNKNOWN, 0, UNKNOWN]),
    ],
)
def test_an_expression_computes_for_all_at_once(text, expected):
    assert formula(text)(KNOWN) == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "1 to 300 characters"),
        ("seats + " + "1" * 300, "1 to 300 characters"),
        ("seats +", r"cannot be read as an expression \(character"),
        ("sets + 1", r"“sets” is no fact that Tenure knows; did you mean seats\? \(character 1\)"),
        ("1 + zzz", r"“zzz” is no fact that Tenure knows \(character 5\)"),
        ("1 + 2", "names no fact"),
        ("seats ** 2", r"Only numbers, facts.*\(character 1\)"),
        ("seats % 2", "Only numbers"),
        ("seats if nps else 1", "Only numbers"),
        ("seats + 'a'", r"Only numbers.*\(character 9\)"),
        ("seats + True", "Only numbers"),
        ("seats + 2j", "Only numbers"),
        ("min(seats)", "min.. takes at least two numbers"),
        ("min(seats, key=nps)", "Only numbers"),
        ("min(*seats)", "at least two numbers"),
        ("seats in nps", "Compare with"),
        ("__import__('os').system('true') + seats", "Only numbers"),
        ("seats.__class__", "Only numbers"),
        ("[seats for seats in nps]", "Only numbers"),
        ("(lambda: seats)()", "Only numbers"),
        ("(seats := 1)", "Only numbers"),
        ("f'{seats}'", "Only numbers"),
        ("seats[0]", "Only numbers"),
        ("(" * 140 + "seats" + ")" * 140 + " ü", "cannot be read"),
    ],
)
def test_what_is_not_listed_is_refused_with_its_place(text, words):
    with pytest.raises(WrongExpression, match=words):
        formula(text)


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=30).map(" ".join))
def test_any_text_is_computed_or_refused_in_words(text):
    try:
        told = formula(text)(KNOWN)
    except WrongExpression as refusal:
        assert str(refusal).endswith(".")
    else:
        assert told.shape == (3,)
        assert not np.isinf(told).any()


@given(st.text(max_size=80))
def test_no_text_at_all_breaks_the_reader(text):
    try:
        formula(text)
    except WrongExpression as refusal:
        assert str(refusal)


def test_the_dictionary_of_facts_is_what_is_gathered(acme):
    gathered = facts.gather(Asked([acme.id], [TODAY]), with_profiles=True)

    assert sorted(gathered) == sorted(FACTS)
