"""A portal as people run it, with the demo's story in it, and Chromium in front of it."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import told_story
from tests.journeys.browsing import CHROMIUM_FLAGS, Portal, Visitor
from tests.processes import installation

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="package")
def portal() -> Iterator[Portal]:
    """The demo, served by real processes from a data folder of its own."""
    with installation() as demo:
        told_story.tell(demo)
        demo.serve("--without-jobs")
        yield Portal(demo.url)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.skip(f"NO BROWSER: none of {', '.join(CHROMIUM)} is installed.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser, portal: Portal) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=portal.url, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def visitor(browser: Browser, portal: Portal) -> Iterator[Visitor]:
    """Opens pages in a browser window of a kind: `visitor.open("/customers/", "admin", "dark")`."""
    visitor = Visitor(browser, portal)
    yield visitor
    visitor.leave()
