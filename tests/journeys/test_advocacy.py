"""Advocacy in the browser: who fits, asked, agreed to in their words, done, and the deal it helped."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


def choose_an_advocate(page: Page) -> str:
    """Open the first who may be asked now; answers the name."""
    page.goto("/advocacy/advocates/")
    ready = page.get_by_role("row").filter(has=page.get_by_text("now", exact=True))
    ready.first.get_by_role("link").first.click()
    return page.get_by_role("heading", level=1).inner_text()


def ask_for_a_talk(page: Page) -> str:
    """Answers the address of the favour."""
    page.get_by_label("What for?").select_option("SPEAKER_EVENT")
    page.get_by_role("region", name="A new favour").get_by_label("Who?").select_option(index=1)
    page.get_by_role("button", name="Write it down").last.click()
    expect(page.get_by_role("heading", name=re.compile("^Speaker event with"))).to_be_visible()
    page.get_by_role("button", name="We ask them today").click()
    expect(page.get_by_text("They are asked.")).to_be_visible()
    return page.url


def agree_in_their_words(page: Page) -> None:
    """It cannot begin before they agreed to it."""
    page.get_by_role("button", name="It is under way").click()
    page.get_by_role("link", name="Write down what they agree to").click()
    page.get_by_text("Write down what they agree to").click()
    page.get_by_label("In their words").fill("Gladly, once.")
    page.get_by_role("button", name="Write it down").first.click()
    expect(page.get_by_text("What they agreed to is written down.")).to_be_visible()


def link_a_won_deal(page: Page) -> None:
    page.get_by_text("It helped a deal").click()
    page.get_by_label("Which deal?").fill("Initech of the journey")
    page.get_by_label("Worth a year").fill("42000")
    page.get_by_label("How does it stand?").select_option("WON")
    page.get_by_role("button", name="Note the deal").click()
    expect(page.get_by_text("The deal is noted.")).to_be_visible()


def test_a_reference_is_found_asked_done_and_left_in_peace(page: Page):
    sign_in(page, "manager")
    customer = choose_an_advocate(page)
    favour = ask_for_a_talk(page)
    agree_in_their_words(page)
    page.goto(favour)
    page.get_by_role("button", name="It is under way").click()
    page.get_by_label("What came of it?").fill("A full room.")
    page.get_by_role("button", name="Done", exact=True).click()
    link_a_won_deal(page)

    page.goto("/advocacy/published/")
    deal = page.get_by_role("row").filter(has_text="Initech of the journey")
    expect(deal).to_contain_text(customer)
    page.goto("/advocacy/find/?kind=SPEAKER_EVENT")
    expect(page.get_by_role("region", name="Left in peace")).to_contain_text(customer)
