"""Expansion in the browser: signal, opportunity, plan, won, tier moved."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


def test_an_opportunity_is_pursued_and_won_and_the_tier_moves(page: Page):
    sign_in(page, "manager")
    page.goto("/expansion/")
    row = page.get_by_role("row").filter(has_text="begins at").filter(has_not_text="the same tier")
    row.first.get_by_role("link").first.click()
    name = page.get_by_role("heading", level=1).inner_text().removeprefix("Expansion of ")
    expect(page.get_by_role("region", name="What shows it")).not_to_be_empty()

    page.get_by_role("button", name="Start the expansion plan").click()
    expect(page.get_by_text("The expansion plan is under way.")).to_be_visible()
    page.get_by_label("What won it?").fill("The review of the quarter")
    tier = page.get_by_label("Tier from now on").locator("option:checked").inner_text()
    page.get_by_role("button", name="Won", exact=True).click()
    expect(page.get_by_text("Won. Contract, plan and tier follow.")).to_be_visible()

    page.locator(".crumb").get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    expect(page.get_by_text(tier, exact=True).first).to_be_visible()
