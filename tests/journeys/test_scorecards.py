"""A manager drafts a scorecard: sums follow the typing, and the draft is tried before it is saved."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import WINDOWS
from tests.journeys.test_every_page import violations

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


def drafted(visitor, window: str) -> Page:
    page = visitor.open("/health/scorecards/", "manager", window)
    page.get_by_label("Name").fill(f"Tried in {window}")
    page.get_by_role("button", name="Start the draft").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Tried in {window}")
    return page


def discard(page: Page) -> None:
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Scorecards")


def test_sums_and_faults_follow_the_typing_and_nothing_is_kept_by_that(visitor):
    page = drafted(visitor, "light")
    weight = page.get_by_label("Weight of CSAT")
    weight.fill("35")
    weight.blur()

    expect(page.locator("#sum-satisfaction")).to_contain_text("105")
    expect(page.locator("#verdict")).to_contain_text("The measures of satisfaction weigh 105")
    page.get_by_label("Curve of Complaints", exact=True).fill("0 → 100, 9")
    page.get_by_label("Weight of Complaints").fill("5")
    page.get_by_label("Weight of Complaints").blur()
    expect(page.locator("#measures-complaints-curve-error")).to_contain_text("is no curve")
    page.reload()
    expect(page.locator("#sum-satisfaction")).to_have_text("100")
    discard(page)


def test_a_draft_is_tried_over_all_customers(visitor):
    page = drafted(visitor, "light")
    page.get_by_label("Good from").fill("75")
    page.get_by_role("button", name="Keep the draft").last.click()

    expect(page.get_by_text("Good: begins at 60 → 75.")).to_be_visible()
    expect(page.locator("#matrix")).to_be_visible()
    moved = page.locator(".tried dd").first
    expect(moved).not_to_have_text("0")
    discard(page)


@pytest.mark.parametrize("window", WINDOWS)
def test_axe_finds_nothing_in_a_draft_and_it_fits_its_window(visitor, window):
    page = drafted(visitor, window)
    expect(page.locator("#matrix")).to_be_visible()

    assert violations(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    discard(page)
