"""Whatever can be done is a deed: it leaves its line in the trail, with a code and a sentence."""

import inspect
import pkgutil
import re
from collections.abc import Callable
from importlib import import_module
from string import Formatter

import pytest

import tenure
from tenure.foundation.audit.trail import PHRASES

OF_PLAIN_SQL = "sql"
IRREGULAR = {"signed_in", "left", "held", "lost", "won"}  # participles that do not end in “ed”
# What only calls another action, once or often: the deed is that one's.
DONE_BY_ANOTHER = {
    "tenure.health.actions.score_all_customers": "score_customers",
    "tenure.health.actions.score_customer": "score_customers",
    "tenure.tiering.actions.deciding.let_changes_take_effect": "_take_effect",
    "tenure.tiering.actions.reviewing.review_all_tiers": "review_tiers",
}


def modules() -> list[str]:
    """Every module of actions: `actions.py`, or the modules of the package `actions`."""
    found = [module.name for module in pkgutil.walk_packages(tenure.__path__, "tenure.")]
    return [name for name in found if "actions" in name.split(".") and ".tests" not in name]


def actions() -> dict[str, Callable]:
    """By name every public function of those modules that is done by somebody."""
    return {
        f"{name}.{function.__name__}": function
        for name in modules()
        for function in vars(import_module(name)).values()
        if inspect.isfunction(function)
        and inspect.unwrap(function).__module__ == name
        and not function.__name__.startswith("_")
        and "by" in inspect.signature(function).parameters
    }


ACTIONS = actions()
DEEDS = {name: action for name, action in ACTIONS.items() if hasattr(action, "deed")}


def test_actions_are_found_in_every_slice_that_has_some():
    assert {"people", "customers", "health", "imports"} <= {name.split(".")[1] for name in ACTIONS}
    assert "tenure.customers.actions.customers.change_customer" in ACTIONS


def test_every_action_is_a_deed_or_only_calls_one():
    assert sorted(ACTIONS.keys() - DEEDS.keys()) == sorted(DONE_BY_ANOTHER)


@pytest.mark.parametrize("name", DONE_BY_ANOTHER)
def test_what_is_done_by_another_writes_nothing_itself(name):
    source = inspect.getsource(ACTIONS[name])

    assert f"{DONE_BY_ANOTHER[name]}(" in source
    assert not re.search(r"objects|\.save\(|\.delete\(|cursor|execute", source)


@pytest.mark.parametrize("name", DEEDS)
def test_a_deed_takes_its_author_and_its_time_by_name(name):
    told = inspect.signature(DEEDS[name]).parameters

    assert {"by", "at"} <= told.keys()
    assert {told[word].kind for word in ("by", "at")} == {inspect.Parameter.KEYWORD_ONLY}
    assert {told[word].default for word in ("by", "at")} == {inspect.Parameter.empty}


@pytest.mark.parametrize("code", sorted(PHRASES.keys() - {OF_PLAIN_SQL}))
def test_a_code_is_a_noun_and_what_happened_to_it(code):
    noun, _, happened = code.partition(".")

    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", noun)
    assert re.fullmatch(r"([a-z]+_)*[a-z]+", happened)
    assert happened.endswith("ed") or happened in IRREGULAR


def test_no_two_deeds_share_a_code():
    codes = [action.deed for action in DEEDS.values()]

    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("code", sorted(PHRASES))
def test_a_phrase_goes_on_after_a_name(code):
    phrase = PHRASES[code]

    assert re.match(r"[a-z]", phrase)
    assert not phrase.endswith(".")


@pytest.mark.parametrize("name", DEEDS)
def test_every_deed_has_a_phrase_whose_names_its_action_tells(name):
    source = inspect.getsource(inspect.getmodule(inspect.unwrap(DEEDS[name])))
    names = {field for _, field, _, _ in Formatter().parse(PHRASES[DEEDS[name].deed]) if field}

    assert {word for word in names if f"{word}=" not in source} == set()
