"""What an address of the trail asks for and nobody can give: said on the page, never a failure."""

import pytest

pytestmark = pytest.mark.django_db


def who(page):
    return [sentence.who for sentence in page.context["sentences"]]


def test_a_day_that_is_none_is_said_and_does_not_break_the_page(ada, sign_in):
    page = sign_in(ada).get("/audit/", {"from": "yesterday"})

    assert page.status_code == 200
    assert "from: “yesterday” is not a date" in page.text


@pytest.mark.parametrize("last", ["9999-12-31", "0001-01-01"])
def test_the_ends_of_the_calendar_do_not_break_the_page(last, ada, sign_in):
    assert sign_in(ada).get("/audit/", {"from": last, "to": last}).status_code == 200


@pytest.mark.parametrize("place", ["nowhere", "2026-11-23_x", "2026-11-23", "_", "2026-13-45_1"])
def test_a_place_that_is_none_is_said_and_does_not_break_the_page(place, ada, sign_in):
    page = sign_in(ada).get("/audit/", {"before": place})

    assert page.status_code == 200
    assert "before: this is no place in the trail" in page.text


@pytest.mark.parametrize("name", ["who", "code"])
def test_a_character_that_no_text_can_hold_finds_nothing(name, ada, sign_in):
    page = sign_in(ada).get("/audit/", {name: "a\x00b"})

    assert page.status_code == 200
    assert who(page) == []
