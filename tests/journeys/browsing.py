"""What people do in a browser: sign in, look at pages in a window of some kind."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tenure.demo.cast import PASSWORD

CHROMIUM_FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
WINDOWS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "phone": {
        "color_scheme": "light", "viewport": {"width": 390, "height": 844}, "has_touch": True,
    },
}  # fmt: skip


@dataclass(frozen=True)
class Portal:
    url: str


@dataclass
class Visitor:
    """Somebody with a window of each kind, signed in once in each; notes what went wrong."""

    browser: Browser
    portal: Portal
    complaints: list[str] = field(default_factory=list)
    windows: dict[tuple[str, str], BrowserContext] = field(default_factory=dict)

    def open(self, address: str, person: str = "", window: str = "light") -> Page:
        page = self.window(person, window).new_page()
        listen(page, self.complaints)
        page.goto(address)
        return page

    def window(self, person: str, window: str) -> BrowserContext:
        if (person, window) not in self.windows:
            context = self.browser.new_context(base_url=self.portal.url, **WINDOWS[window])
            context.set_default_timeout(20_000)
            if person:
                sign_in(context.new_page(), person)
            self.windows[person, window] = context
        return self.windows[person, window]

    def leave(self) -> None:
        for context in self.windows.values():
            context.close()


def sign_in(page: Page, person: str) -> None:
    """Sign in as somebody of the demo's team, by the page."""
    page.goto("/sign-in/")
    page.get_by_label("E-mail").fill(f"{person}@demo.tenure.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/customers/")


def listen(page: Page, complaints: list[str]) -> None:
    """Note what the browser complains about: errors, refused styles and scripts, failed answers."""
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda said: (
            complaints.append(f"{page.url}: {said.text}")
            if said.type in ("error", "warning")
            else None
        ),
    )


def add_customer(page: Page, name: str, starts_on: str) -> str:
    """A mid-market customer, added as the manager by the page; answers its address."""
    sign_in(page, "manager")
    page.goto("/customers/add/")
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Contract value a year").fill("30000")
    page.get_by_label("Contract starts").fill(starts_on)
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/customers/*-*/")
    return page.url
