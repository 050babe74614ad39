"""Who reads which requests over the API, and in which order."""

import pytest

from tenure.customers import actions as customers
from tenure.requests.models import Request
from tests.moments import NOON

WISH = {"title": "Route by state", "theme": "Lead routing", "askedDate": "2026-03-02"}


@pytest.fixture
def alice_api(api, alice):
    return api(alice)


@pytest.fixture
def path(acme_path):
    return f"{acme_path}/requests"


@pytest.fixture
def titles(api, mona, path):
    """Asks for lists: two requests are Acme's, one is Globex's; answers their titles."""
    speaker = api(mona)
    told = {"name": "Globex", "tier": "ENTERPRISE", "external_id": "G"}
    globex = customers.create_customer(fields=told, by=mona, at=NOON)
    reports = {"title": "50% off_", "theme": "Reports", "askedDate": "2026-03-04"}
    speaker.data("POST", path, WISH)
    speaker.data("POST", path, WISH | reports)
    other = WISH | {"title": "By line", "askedDate": "2026-03-03"}
    speaker.data("POST", f"/customers/{globex.id}/requests", other)

    def asked(query="", at="/requests"):
        return [one["title"] for one in speaker.data("GET", f"{at}?{query}")]

    return asked


def test_the_newest_comes_first_page_by_page(titles, path):
    assert titles() == ["50% off_", "By line", "Route by state"]
    assert titles(at=path) == ["50% off_", "Route by state"]
    assert titles("limit=2&page=2") == ["Route by state"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("theme=LEAD+routing", ["By line", "Route by state"]),
        ("tier=ENTERPRISE", ["By line"]),
        ("search=ROUTE+by", ["Route by state"]),
        ("search=0%25", ["50% off_"]),
        ("search=_", ["50% off_"]),
        ("state=PLANNED", []),
        ("state=ASKED&theme=Reports", ["50% off_"]),
    ],
)
def test_lists_are_filtered(titles, query, found):
    assert titles(query) == found


def test_those_of_one_customer_and_of_one_book(titles, acme, alice):
    assert titles(f"customerId={acme.id}") == titles(f"csmId={alice.id}")
    assert titles(f"csmId={alice.id}") == ["50% off_", "Route by state"]


@pytest.mark.parametrize("who", ["bob", "erin"])
def test_the_team_reads_and_does_not_change_the_book_of_another(api, request, alice_api, path, who):
    made = alice_api.data("POST", path, WISH)
    speaker = api(request.getfixturevalue(who))

    assert speaker.data("GET", path)[0]["id"] == speaker.data("GET", "/requests")[0]["id"]
    speaker.refusal(403, "POST", path, WISH)
    speaker.refusal(403, "PUT", f"/requests/{made['id']}", {"title": "B"})
    assert Request.objects.get().title == "Route by state"


def test_a_contact_of_the_customer_reads_nothing(api, carl, alice_api, path):
    made = alice_api.data("POST", path, WISH)
    speaker = api(carl)
    speaker.refusal(404, "GET", path)
    speaker.refusal(403, "PUT", f"/requests/{made['id']}", {"title": "B"})

    assert speaker.data("GET", "/requests") == []


def test_a_token_of_another_area_reads_nothing(api, alice, path):
    api(alice, areas=["work"]).refusal(403, "GET", path)
    assert api(alice, areas=["requests"]).data("GET", path) == []
