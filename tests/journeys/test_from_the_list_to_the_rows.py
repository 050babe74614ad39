"""A CSM's morning: sign in, find a customer, see why, look at the rows, and come back."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browsing import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
NAMES = ".list .who a"


def test_a_csm_lands_in_the_own_book(page):
    sign_in(page, "ines")

    expect(page.get_by_role("heading", level=1)).to_have_text("My portfolio")
    assert page.locator(NAMES).count() > 0


def test_what_is_wrong_with_a_password_is_said_and_nobody_is_let_in(page):
    page.goto("/sign-in/")
    page.get_by_label("E-mail").fill("ines@demo.tenure.example")
    page.get_by_label("Password").fill("guessed")
    page.get_by_role("button", name="Sign in").click()

    expect(page.get_by_text("do not belong together")).to_be_visible()
    page.goto("/customers/")
    expect(page).to_have_url(re.compile("/sign-in/"))


def test_typing_finds_without_a_button_and_stands_in_the_address(page):
    sign_in(page, "manager")
    name = page.locator(NAMES).nth(3).inner_text()

    page.get_by_role("searchbox", name="Name, company or e-mail").press_sequentially(name)

    expect(page.locator(NAMES)).to_have_text([name])
    expect(page).to_have_url(re.compile(r"[?&]q="))


def test_a_filter_narrows_the_list_and_is_given_up_again(page):
    sign_in(page, "manager")
    page.get_by_role("button", name=re.compile("^Tier")).click()
    page.get_by_role("link", name="Enterprise").click()

    expect(page).to_have_url(re.compile(r"tier=ENTERPRISE"))
    expect(page.get_by_role("button", name=re.compile("^Tier enterprise"))).to_be_visible()
    page.get_by_role("link", name="Clear").click()
    expect(page).not_to_have_url(re.compile("tier="))


def test_a_column_sorts_and_says_so(page):
    sign_in(page, "manager")

    page.get_by_role("link", name="Customer", exact=True).click()

    heading = page.get_by_role("columnheader", name="Customer")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    names = [name.lower() for name in page.locator(NAMES).all_inner_texts()]
    assert len(names) == 50
    assert names == sorted(names)


def test_a_reason_leads_to_its_rows_and_back_keeps_the_list(page):
    sign_in(page, "manager")
    page.goto("/customers/?tier=MID_MARKET&sort=name")
    listed = page.locator(NAMES).all_inner_texts()
    page.locator(NAMES).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(listed[0])

    page.locator("td.ev a").first.click()
    expect(page.locator("table.tbl tbody tr").first).to_be_visible()

    page.go_back()
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?tier=MID_MARKET&sort=name$"))
    expect(page.locator(NAMES)).to_have_text(listed)


def test_back_after_a_search_shows_the_whole_page_again(page):
    sign_in(page, "manager")
    name = page.locator(NAMES).first.inner_text()
    page.get_by_role("searchbox", name="Name, company or e-mail").fill(name)
    expect(page.locator(NAMES)).to_have_count(1)
    page.locator(NAMES).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)

    page.go_back()

    expect(page.locator(NAMES)).to_have_text([name])
    expect(page.get_by_role("searchbox", name="Name, company or e-mail")).to_have_value(name)
    expect(page.get_by_role("navigation", name="Main", exact=True)).to_be_visible()


def test_signing_out_ends_it(page):
    sign_in(page, "ines")
    page.goto("/you/")
    page.get_by_role("button", name="Sign out").click()
    expect(page).to_have_url(re.compile("/sign-in/"))

    page.goto("/customers/")

    expect(page).to_have_url(re.compile("/sign-in/"))


def test_a_search_without_a_hit_says_so_and_leads_on(page):
    sign_in(page, "manager")
    page.goto("/customers/?q=no-such-customer")

    expect(page.get_by_text("No customer fits these filters.")).to_be_visible()
    page.get_by_role("link", name="Show all current customers").click()
    expect(page.locator(NAMES)).to_have_count(50)
