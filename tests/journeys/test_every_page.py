"""What holds for every page: accessibility in each window, no complaints, and little to load."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.browsing import Visitor, sign_in
from tests.journeys.walking import Walk, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
MOST_KILOBYTES_OF_THE_LIST = 250
MOST_REQUESTS_OF_THE_LIST = 12

ADMIN = ("/admin/", "/admin/customers/customer/", "/admin/audit/deed/", "/admin/health/scorecard/")


@pytest.fixture(scope="module", params=["light", "phone"])
def walk(browser, portal, request) -> Iterator[Walk]:
    visitor = Visitor(browser, portal)
    walked = Walk(visitor, request.param)
    walked.everywhere()
    yield walked
    visitor.leave()


def test_axe_finds_nothing(walk):
    assert not walk.found, "\n".join(walk.found)


def test_no_page_is_wider_than_its_window(walk):
    assert walk.wide == []


def test_the_browser_has_nothing_to_complain_about(walk):
    wanted = re.compile(r"/nowhere/: .*404")
    assert [words for words in walk.visitor.complaints if not wanted.search(words)] == []


def test_it_has_nothing_to_complain_about_the_administration(visitor):
    for address in ADMIN:
        visitor.open(address, "admin")
    assert visitor.complaints == []


def test_axe_finds_nothing_on_the_page_of_a_person(visitor):
    people = visitor.open("/people/", "admin")
    people.get_by_role("link", name="Ines Moreau").click()
    expect(people.get_by_role("heading", level=1)).to_contain_text("Ines Moreau")

    assert violations(people) == ""


def test_axe_finds_nothing_in_the_open_palette_and_the_list_of_keys(visitor):
    page = visitor.open("/customers/", "admin")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog", name="Search or jump")).to_be_visible()
    assert violations(page) == ""

    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Search or jump")).to_be_hidden()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    assert violations(page) == ""


def test_the_list_is_light(page):
    sign_in(page, "manager")
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.clearBrowserCache")
    sizes: list[int] = []
    line.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))

    page.goto("/customers/", wait_until="networkidle")

    expect(page.locator(".list .who a")).to_have_count(50)
    assert sum(sizes) > 0
    assert sum(sizes) / 1000 < MOST_KILOBYTES_OF_THE_LIST, sizes
    assert len(sizes) <= MOST_REQUESTS_OF_THE_LIST
