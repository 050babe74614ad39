"""What stands in the menu, put together from the slices; everybody sees what their role permits."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from tenure.people.models import Person
from tenure.people.permissions import Permission


@dataclass(frozen=True)
class Place:
    title: str
    url_name: str
    icon: str
    key: str
    permission: Permission
    on_phone: bool = False
    """It stands in the phone's bar itself; the others open from it."""
    also: str = ""
    """Addresses that begin so belong to it too."""


PLACES = (
    Place(
        "Dashboards",
        "dashboard-executive",
        "chart-line",
        "b",
        Permission.CUSTOMERS_VIEW,
        on_phone=True,
        also="/dashboards/",
    ),
    Place("Alerts", "alerts", "bell", "a", Permission.CUSTOMERS_VIEW, on_phone=True),
    Place("Tasks", "tasks", "list-checks", "t", Permission.CUSTOMERS_VIEW, on_phone=True),
    Place("Customers", "customers", "building-2", "c", Permission.CUSTOMERS_VIEW, on_phone=True),
    Place("Plans", "plans", "map", "p", Permission.CUSTOMERS_VIEW),
    Place("Reviews", "reviews", "presentation", "v", Permission.CUSTOMERS_VIEW),
    Place("At risk", "cases", "life-buoy", "r", Permission.CUSTOMERS_VIEW),
    Place("Expansion", "opportunities", "trending-up", "x", Permission.CUSTOMERS_VIEW),
    Place("Advocacy", "favours", "megaphone", "y", Permission.CUSTOMERS_VIEW),
    Place("Requests", "requests", "lightbulb", "q", Permission.CUSTOMERS_VIEW),
    Place(
        "Revenue",
        "revenue",
        "wallet",
        "w",
        Permission.CUSTOMERS_VIEW,
        also="/renewals/",
    ),
    Place("Onboarding", "onboarding", "rocket", "o", Permission.CUSTOMERS_VIEW),
    Place("Tiers", "tiers", "layers", "s", Permission.CUSTOMERS_VIEW),
    Place("Health", "health", "heart-pulse", "h", Permission.CUSTOMERS_VIEW),
    Place("Imports", "imports", "upload", "i", Permission.IMPORTS_RUN),
    Place(
        "Documents",
        "documents",
        "book-open",
        "d",
        Permission.CUSTOMERS_VIEW,
        also="/programme/",
    ),
    Place("Audit trail", "audit", "scroll-text", "u", Permission.AUDIT_VIEW),
    Place("People", "people", "users", "e", Permission.PEOPLE_VIEW),
)
VIEWS = (
    ("Renewing in 90 days", "renewing=90&sort=renewal"),
    ("At risk of churn", "risk=HIGH&risk=CRITICAL"),
    ("Slipping this month", "sort=change"),
    ("Quiet for longest", "sort=contact"),
)


@dataclass(frozen=True)
class Entry:
    title: str
    url: str
    icon: str
    key: str
    is_current: bool
    on_phone: bool


@dataclass(frozen=True)
class View:
    title: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Navigation:
    entries: list[Entry]
    views: list[View]
    you_url: str
    find_url: str
    may_assign: bool

    @property
    def phone(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.on_phone]

    @property
    def further(self) -> list[Entry]:
        return [entry for entry in self.entries if not entry.on_phone]


def navigation(request: HttpRequest) -> dict[str, object]:
    """The context of every page: the menu, and what this person may do from anywhere."""
    person = getattr(request, "user", None)
    if not isinstance(person, Person):
        return {}
    entries = [_entry(place, request) for place in PLACES if person.may(place.permission)]
    sees_customers = person.may(Permission.CUSTOMERS_VIEW)
    menu = Navigation(
        entries=entries,
        views=[_view(*view, request) for view in VIEWS] if sees_customers else [],
        you_url=reverse("you"),
        find_url=reverse("find-customer") if sees_customers else "",
        may_assign=person.may(Permission.CUSTOMERS_ASSIGN),
    )
    return {
        "navigation": menu,
        "may_import": person.may(Permission.IMPORTS_RUN),
        "may_add": person.may(Permission.CUSTOMERS_EDIT),
        "import_url": reverse("imports"),
    }


def _entry(place: Place, request: HttpRequest) -> Entry:
    url = reverse(place.url_name)
    is_current = request.path.startswith((url, place.also or url))
    return Entry(place.title, url, place.icon, place.key, is_current, place.on_phone)


def _view(title: str, query: str, request: HttpRequest) -> View:
    url = reverse("customers")
    is_current = request.path == url and request.META.get("QUERY_STRING") == query
    return View(title, f"{url}?{query}", is_current)
