"""Score monitoring in the browser: drop, alert, assessment, recovery plan, recovered."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import add_customer

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
SCORE = """async ([customer, score]) => {
    const token = document.cookie.match(/csrftoken=([^;]+)/)?.[1]
        ?? document.querySelector("[name=csrfmiddlewaretoken]").value;
    const answer = await fetch(`/api/v1/customer-success/customers/${customer}/health-scores`, {
        method: "POST", headers: {"Content-Type": "application/json", "X-CSRFToken": token},
        body: JSON.stringify({score}) });
    return answer.status;
}"""


@pytest.fixture
def fallen(page: Page) -> str:
    """Somebody who was well until now, and fell."""
    customer = add_customer(page, "Fabrikam Brokers", "2026-01-01").rstrip("/").split("/")[-1]
    for score in (82, 44):
        assert page.evaluate(SCORE, [customer, score]) == 201
    return customer


def assess(page: Page, cause: str) -> None:
    page.get_by_label("What went wrong?").fill(cause)
    page.get_by_role("button", name="Save the assessment").click()
    expect(page.get_by_text("The recovery plan is promised by")).to_be_visible()


def test_a_customer_falls_and_is_won_back(page: Page, fallen: str):
    page.goto(f"/customers/{fallen}/alerts/")
    page.get_by_role("link", name="No longer Good, 82 → 44").click()
    page.get_by_role("button", name="Start a recovery").click()
    assess(page, "The sponsor left in October")
    page.get_by_role("button", name="Start the recovery plan").click()
    expect(page.get_by_text("First remedy in place")).to_be_visible()

    assert page.evaluate(SCORE, [fallen, 71]) == 201
    page.reload()
    expect(page.get_by_text("Health is back.")).to_be_visible()
    page.get_by_label("What did we learn?").fill("Know two sponsors")
    page.get_by_role("button", name="End it").click()
    expect(page.get_by_text("Recovered on")).to_be_visible()
    expect(page.get_by_role("region", name="What we learnt")).to_contain_text("Know two sponsors")
