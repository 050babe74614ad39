"""A day without a mouse."""

import re

import pytest
from playwright.sync_api import expect

from tenure.demo.cast import PASSWORD
from tests.journeys.browsing import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


def test_signing_in_needs_no_mouse(page):
    page.goto("/sign-in/")
    page.get_by_label("E-mail").focus()
    page.keyboard.type("ines@demo.tenure.example")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/customers/$"))


def test_the_first_tab_skips_to_the_content(page):
    sign_in(page, "ines")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()

    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_j_and_k_move_and_enter_opens(page):
    sign_in(page, "ines")
    names = page.locator(".list .who a")
    second = names.nth(1).inner_text()

    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(names.nth(1)).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(second)


def test_brackets_turn_pages(page):
    sign_in(page, "manager")

    page.keyboard.press("]")
    expect(page).to_have_url(re.compile("page=2"))
    expect(page.get_by_text("Page 2 of")).to_be_visible()

    page.keyboard.press("[")
    expect(page).to_have_url(re.compile("page=1"))


def test_the_palette_finds_a_customer_and_goes_there(page):
    sign_in(page, "manager")
    name = page.locator(".list .who a").nth(2).inner_text()

    page.keyboard.press("Control+k")
    page.keyboard.type(name)
    option = page.get_by_role("option", name=re.compile(re.escape(name))).first
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_g_and_a_letter_go_to_a_place(page):
    sign_in(page, "manager")

    page.keyboard.press("g")
    page.keyboard.press("h")

    expect(page).to_have_url(re.compile("/health/$"))


def test_letters_in_a_field_are_letters(page):
    sign_in(page, "manager")
    field = page.get_by_role("searchbox", name="Name, company or e-mail")

    field.focus()
    page.keyboard.type("je?")

    expect(field).to_have_value("je?")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_keys_of_one_letter_can_be_turned_off(page):
    sign_in(page, "manager")
    page.goto("/you/")
    page.get_by_label(re.compile("Keys of one letter")).uncheck()
    page.goto("/customers/")

    page.keyboard.press("j")
    page.keyboard.press("?")

    expect(page.locator(".list .who a:focus")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_an_alert_is_selected_and_put_to_sleep_by_keys_and_woken_by_undo(page):
    sign_in(page, "ines")
    page.goto("/alerts/?owner=mine")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator(".alerts .pick input").first).to_be_checked()

    page.keyboard.press("s")

    expect(page.get_by_text("Asleep: 1 alert.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Open again: 1 alert.")).to_be_visible()


def test_a_task_is_done_by_keys_and_undone(page):
    sign_in(page, "ines")
    page.goto("/tasks/")
    page.keyboard.press("j")

    page.keyboard.press("d")

    expect(page.get_by_text("1 task put away.")).to_be_visible()
    page.keyboard.press("z")
    expect(page.get_by_text("Open again: 1 task.")).to_be_visible()


def test_a_key_leads_to_writing_down_a_touchpoint(page):
    sign_in(page, "manager")
    page.goto(page.locator(".list .who a").first.get_attribute("href") + "work/")

    page.keyboard.press("t")

    expect(page.get_by_label("About what?")).to_be_focused()
