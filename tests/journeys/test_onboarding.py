"""A customer is onboarded in the browser: kickoff, phases, go-live, reviews, value."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import add_customer

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


MILESTONES = (
    "Kickoff complete", "Technical setup complete", "Training complete", "Go-live",
    "30-day value checkpoint", "60-day optimisation", "90-day success validation",
)  # fmt: skip


@pytest.fixture
def started(page: Page) -> Page:
    """The onboarding of a customer that was just won, on its page."""
    add_customer(page, "Northwind Cover", "2026-11-02")
    page.get_by_role("link", name="Onboarding").last.click()
    page.get_by_label("Kickoff").fill("2026-11-03")
    page.get_by_role("button", name="Show the days").click()
    expect(page.get_by_text("17 November 2026")).to_be_visible()  # technical setup, day 14
    page.get_by_role("button", name="Start with the kickoff").click()
    expect(page.get_by_text("The onboarding is under way.")).to_be_visible()
    return page


def complete(page: Page, milestone: str) -> None:
    row = page.locator(".milestone", has_text=milestone)
    row.get_by_role("button", name="Complete").click()
    expect(page.get_by_text(f"“{milestone}” is completed.")).to_be_visible()


def record_value(page: Page, what: str, since: str) -> None:
    page.get_by_text("Record a value").click()
    page.get_by_label("What was achieved?").fill(what)
    page.get_by_label("Since when?").fill(since)
    page.get_by_role("button", name="Record", exact=True).click()


def test_from_the_kickoff_to_the_first_value(started: Page):
    page = started
    for milestone in MILESTONES:
        complete(page, milestone)

    record_value(page, "First policies sold by the new agents", "2026-11-20")
    measured = page.get_by_role("group", name="Targets of onboarding")
    expect(measured.get_by_role("row", name="Time to value")).to_contain_text("18 days")

    page.get_by_role("button", name="Complete the onboarding").click()
    expect(page.get_by_role("heading", name="Completed")).to_be_visible()


def test_reviews_of_value_are_held_on_the_page_of_the_work(started: Page):
    page = started
    page.get_by_role("link", name="Work", exact=True).click()

    for day in (30, 60, 90):
        words = f"Review of value, day {day}"
        page.locator(".ahead", has_text=words).get_by_role("button", name="Took place").click()
        expect(page.get_by_role("listitem").filter(has_text=words)).to_be_visible()
