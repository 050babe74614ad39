"""Words: the names that the API uses, each with a label for people."""

import json

import pytest

from tenure.foundation.enums import Word


class Size(Word):
    SMALL = "SMALL"
    VERY_LARGE = "VERY_LARGE"
    MIDDLE = "MIDDLE", "In between"


def test_a_word_is_its_own_name_on_the_wire():
    assert json.dumps([Size.SMALL, Size.MIDDLE]) == '["SMALL", "MIDDLE"]'
    assert Size.MIDDLE == "MIDDLE"


def test_a_label_is_the_given_one_or_the_name_as_people_write_it():
    assert [size.label for size in Size] == ["Small", "Very large", "In between"]


def test_choices_are_names_with_labels_in_order():
    assert Size.choices() == [
        ("SMALL", "Small"),
        ("VERY_LARGE", "Very large"),
        ("MIDDLE", "In between"),
    ]


@pytest.mark.parametrize(
    "said, is_a_size", [("SMALL", True), ("small", False), ("", False), (None, False), (7, False)]
)
def test_what_is_no_word_is_not_taken_for_one(said, is_a_size):
    assert Size.has(said) == is_a_size
