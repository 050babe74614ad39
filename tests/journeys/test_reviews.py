"""A review in the browser: due, scheduled with an agenda, slides, held, followed up."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


def schedule(page: Page) -> None:
    """The first review that is due, for today."""
    sign_in(page, "manager")
    page.goto("/reviews/?view=due")
    page.locator(".list .who a").first.click()
    page.get_by_label("Day").fill(datetime.now(UTC).date().isoformat())
    page.get_by_label("Time").fill("00:00")
    page.get_by_role("button", name="Schedule", exact=True).click()
    expect(page.get_by_text("It is scheduled, with an agenda proposed below.")).to_be_visible()


def test_a_review_from_due_to_its_follow_ups(page: Page):
    schedule(page)
    expect(page.get_by_label("Line 1", exact=True)).not_to_have_value("")
    with page.expect_download() as slides:
        page.get_by_role("link", name="Slides").click()
    assert slides.value.path().read_bytes()[:2] == b"PK"

    held = page.get_by_role("region", name="Hold it")
    held.get_by_label("What is to be done, 1").fill("Send the training plan")
    held.locator("[name=item-0-due_on]").fill(f"{datetime.now(UTC).date().year + 1}-01-15")
    held.get_by_label("What was decided").fill("More seats from spring on")
    held.get_by_role("button", name="It was held").click()
    expect(page.get_by_text("what was agreed on are tasks")).to_be_visible()
    expect(page.get_by_text("More seats from spring on")).to_be_visible()

    page.get_by_role("link", name="Send the training plan").click()
    expect(page.get_by_role("heading", name="Send the training plan")).to_be_visible()
