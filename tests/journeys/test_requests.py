"""A request in the browser: from the customer's page to the answer, undone, and found by its theme."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


def open_a_customer(page: Page) -> None:
    sign_in(page, "manager")
    page.goto("/requests/")
    page.locator(".list .what a").first.click()


def test_a_request_is_written_down_declined_and_taken_back_by_keys(page: Page):
    open_a_customer(page)
    page.get_by_label("What do they ask for?").fill("Route leads by county")
    page.get_by_label("Theme").fill("lead ROUTING")
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_role("heading", name="Lead routing")).to_be_visible()

    page.get_by_role("button", name="Decline").click()
    expect(page.get_by_text("say why it is declined")).to_be_visible()
    page.get_by_label("What they are told").fill("Counties change too often.")
    page.get_by_role("button", name="Decline").click()
    expect(page.get_by_text("It is declined, and they know why.")).to_be_visible()
    page.keyboard.press("z")
    expect(page.get_by_text("Not answered yet")).to_be_visible()

    page.goto("/requests/?q=by+county")
    expect(page.locator(".themes").get_by_text("Lead routing")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Route leads by county")).to_be_visible()
