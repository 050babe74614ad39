"""What holds for every page: accessibility in each window, no complaints, and little to load."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.browsing import WINDOWS, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
MOST_KILOBYTES_OF_THE_LIST = 250
MOST_REQUESTS_OF_THE_LIST = 12

OUTSIDE = ("/sign-in/", "/password/reset/", "/password/reset/asked/", "/password/reset/MQ/no/")
INSIDE = (
    "/customers/", "/customers/?q=no-such-customer", "/customers/?sort=name&tier=NONSENSE",
    "/customers/add/", "/tiers/", "/support/clock/", "/books/", "/books/suggestions/", "/health/", "/health/proof/", "/health/disagreements/", "/health/runs/", "/alerts/", "/tasks/", "/tasks/?owner=all", "/tasks/add/", "/recovery/", "/recovery/?state=ended", "/expansion/", "/expansion/?state=WON", "/revenue/", "/revenue/movements/", "/renewals/", "/renewals/?state=past", "/reviews/", "/requests/", "/requests/?state=all&theme=Reports", "/requests/?q=nothing+like+this", "/advocacy/", "/advocacy/?state=COMPLETED", "/advocacy/find/", "/advocacy/advocates/", "/advocacy/groups/", "/advocacy/published/", "/metrics/", "/metrics/nps/", "/metrics/?period=2026-Q3", "/targets/", "/dashboards/executive/", "/dashboards/csm/", "/dashboards/operations/", "/dashboards/product/", "/plans/", "/plans/?status=DRAFT", "/plans/new/", "/documents/", "/documents/?q=sponsor", "/documents/csm-playbook/", "/programme/", "/programme/metrics/", "/onboarding/", "/audit/", "/imports/", "/people/", "/people/add/", "/you/", "/tokens/",
    "/password/", "/nowhere/", "/health/scorecards/", "/health/scorecards/1/", "/health/measures/",
    "/health/scorecards/differences/",
)  # fmt: skip
TABS = (
    "", "edit/", "tier/", "advocacy/", "requests/", "pulse/", "override/", "readings/", "activity/", "work/", "onboarding/", "onboarding/?again=1", "autopsy/", "health/", "health/?from=2026-01-01&to=2026-06-01", "usage/", "plans/", "contracts/", "contracts/new/", "reviews/", "invoices/",
    "tickets/", "surveys/", "people/",
)  # fmt: skip
OF_A_PLAN = (
    "", "?view=list", "edit/", "versions/", "print/", "print/?for=customer", "objectives/add/",
    "milestones/add/", "sign/",
)  # fmt: skip
ONE_OF = ("/requests/", "/advocacy/", "/advocacy/groups/", "/expansion/", "/renewals/")
"""Lists whose first row is opened too."""
TWICE = """Array.from(document.querySelectorAll("[id]"), one => one.id)
    .filter((id, place, all) => all.indexOf(id) !== place)"""
ADMIN = ("/admin/", "/admin/customers/customer/", "/admin/audit/deed/", "/admin/health/scorecard/")


def first_row(page: Page) -> str:
    return page.locator(".list .who a, .tbl th a").first.get_attribute("href")


def left_by(page: Page) -> str:
    """The autopsy of the customer that left last."""
    return (
        page.get_by_role("group", name="Who left, and when it showed")
        .get_by_role("link")
        .first.get_attribute("href")
    )


def violations(page: Page) -> str:
    """What axe finds, as words; an animation that runs is waited for, as it is half transparent."""
    page.evaluate("Promise.all(document.getAnimations().map(a => a.finished))")
    twice = page.evaluate(TWICE)
    found = Axe().run(page)
    told = [found.generate_report()] if found.violations_count else []
    told += [f"ids that stand twice: {twice}"] if twice else []
    return "\n".join([page.url, *told]) if told else ""


def each_page(open_: Callable[[str, str], Page]) -> list[Page]:
    pages = [open_(address, "") for address in OUTSIDE]
    pages += [open_(address, "admin") for address in INSIDE]
    one = first_row(open_("/customers/", "admin"))
    plan = first_row(open_("/plans/", "admin"))
    gone = left_by(pages[len(OUTSIDE) + INSIDE.index("/health/proof/")])
    return [
        *pages,
        open_(gone, "admin"),
        *(open_(first_row(open_(one_of, "admin")), "admin") for one_of in ONE_OF),
        *(open_(one + tab, "admin") for tab in TABS),
        *(open_(plan + part, "admin") for part in OF_A_PLAN),
    ]


@pytest.mark.parametrize("window", WINDOWS)
def test_axe_finds_nothing(visitor, window):
    def open_(address: str, person: str) -> Page:
        page = visitor.open(address, person, window)
        told = violations(page)
        if told:
            found.append(told)
        return page

    found: list[str] = []
    each_page(open_)

    assert not found, "\n".join(found)


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


def test_the_browser_has_nothing_to_complain_about(visitor):
    each_page(visitor.open)
    for address in ADMIN:
        visitor.open(address, "admin")

    wanted = re.compile(r"/nowhere/: .*404")
    assert [words for words in visitor.complaints if not wanted.search(words)] == []


@pytest.mark.parametrize("window", ["light", "phone"])
def test_no_page_is_wider_than_its_window(visitor, window):
    def open_(address: str, person: str) -> Page:
        page = visitor.open(address, person, window)
        spare = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if spare > 0:
            wide.append(f"{address}: {spare} px")
        return page

    wide: list[str] = []
    each_page(open_)

    assert wide == []


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
