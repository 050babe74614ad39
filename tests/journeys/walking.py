"""A walk through every page in a window of one kind, and what is noticed on the way."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.browsing import Visitor

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
RULES: dict[str, dict[str, Any]] = {
    "dark": {"runOnly": {"type": "rule", "values": ["color-contrast"]}},
    "phone": {"rules": {"color-contrast": {"enabled": False}}},
}
"""What a window of this kind can change: in the dark the colours and nothing else, on the phone all but these."""
TWICE = """Array.from(document.querySelectorAll("[id]"), one => one.id)
    .filter((id, place, all) => all.indexOf(id) !== place)"""


def first_row(page: Page) -> str:
    return page.locator(".list .who a, .tbl th a").first.get_attribute("href")


def left_by(page: Page) -> str:
    """The autopsy of the customer that left last."""
    return (
        page.get_by_role("group", name="Who left, and when it showed")
        .get_by_role("link")
        .first.get_attribute("href")
    )


def violations(page: Page, window: str = "light") -> str:
    """What axe finds, as words; an animation that runs is waited for, as it is half transparent."""
    page.evaluate("Promise.all(document.getAnimations().map(a => a.finished))")
    twice = page.evaluate(TWICE)
    found = Axe().run(page, options={"resultTypes": ["violations"]} | RULES.get(window, {}))
    told = [found.generate_report()] if found.violations_count else []
    told += [f"ids that stand twice: {twice}"] if twice else []
    return "\n".join([f"{page.url}, {window}", *told]) if told else ""


def nowhere(page: Page) -> str:
    return ""


@dataclass
class Walk:
    """Through every page in a window of one kind, and what was noticed on the way. In the wide window it
    grows dark on each page for a moment."""

    visitor: Visitor
    window: str
    tabs: dict[str, Page] = field(default_factory=dict)
    found: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)

    def look(
        self, address: str, person: str = "admin", lead: Callable[[Page], str] = nowhere
    ) -> str:
        """Open a page, note what is wrong with it, and answer where it leads."""
        page = self._at(address, person)
        self.found += filter(None, [violations(page, self.window)])
        if self.window == "light" and "?" not in address:
            page.emulate_media(color_scheme="dark")
            self.found += filter(None, [violations(page, "dark")])
            page.emulate_media(color_scheme="light")
        spare = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        self.wide += [f"{address}: {spare} px"] if spare > 0 else []
        return lead(page)

    def _at(self, address: str, person: str) -> Page:
        """In one tab for each person: another one would cost more than the page."""
        if person in self.tabs:
            self.tabs[person].goto(address)
        else:
            self.tabs[person] = self.visitor.open(address, person, self.window)
        return self.tabs[person]

    def everywhere(self) -> None:
        for address in OUTSIDE:
            self.look(address, "")
        leads = {"/health/proof/": left_by} | dict.fromkeys(ONE_OF, first_row)
        led_to = [self.look(one, lead=leads.get(one, nowhere)) for one in INSIDE]
        for address in filter(None, led_to):
            self.look(address)
        for lists, parts in (("/customers/", TABS), ("/plans/", OF_A_PLAN)):
            one = self.look(lists, lead=first_row)
            for part in parts:
                self.look(one + part)
