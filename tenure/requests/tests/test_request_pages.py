"""The list of requests, one request's page, and recording from the customer's."""

from datetime import timedelta

import pytest

from tenure.customers.models import Stakeholder
from tenure.requests import actions
from tenure.requests.models import Request
from tenure.usage.models import Feature
from tests.moments import NOON, TODAY


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def many(record, globex, alice):
    """Acme asks for two things, Globex for one of them and another; one is declined."""
    record("Route by state")
    record("Route by line", customer=globex)
    record("Export to a sheet", customer=globex, theme="Reports")
    no = record("Print in colour", theme="Reports")
    actions.decline_request(request=no, answer="Nobody prints", by=alice, at=NOON)


@pytest.mark.parametrize("page", ["/requests/", "/customers/{}/requests/"])
def test_each_page_says_what_to_do_while_there_is_nothing(as_alice, acme, page):
    assert 'class="empty"' in text(as_alice.get(page.format(acme.id)))


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", {"Route by state", "Route by line", "Export to a sheet"}),
        ("state=all", {"Route by state", "Route by line", "Export to a sheet", "Print in colour"}),
        ("state=DECLINED", {"Print in colour"}),
        ("theme=Reports", {"Export to a sheet"}),
        ("tier=ENTERPRISE", {"Route by line", "Export to a sheet"}),
        ("q=ROUTE&tier=MID_MARKET", {"Route by state"}),
        ("csm=mine", {"Route by state"}),
        ("state=NO&tier=NO&csm=x&page=x&q=%00", {"Route by state", "Route by line", "Export to a sheet"}),
    ],
)  # fmt: skip
def test_the_address_says_what_is_shown(as_alice, many, query, titles):
    page = as_alice.get(f"/requests/?{query}").context["page"]

    assert {one.title for one in page} == titles


def test_a_customer_counts_once_behind_its_theme_and_one_that_left_pays_nothing(
    as_alice, many, record, acme
):
    record("Route by postcode")
    (first, _), *_ = as_alice.get("/requests/").context["themes"]
    assert (first.name, first.requests, first.customers, first.value) == (
        "Lead routing", 3, 2, 168_000,
    )  # fmt: skip

    type(acme).objects.filter(id=acme.id).update(status="CHURNED", churned_on=TODAY)
    (first, _), *_ = as_alice.get("/requests/").context["themes"]
    assert (first.customers, first.value) == (2, 120_000)


def test_the_list_costs_the_same_however_long(
    as_alice, many, record, django_assert_max_num_queries
):
    for n in range(60):
        record(f"Wish {n}", theme=f"Theme {n}", asked_on=TODAY - timedelta(days=n))
    as_alice.get("/requests/")
    with django_assert_max_num_queries(9):
        page = as_alice.get("/requests/?state=all")

    assert (len(page.context["page"]), page.context["others"]) == (50, 50)
    assert "Page 1 of 2, 64 requests" in text(page)


def test_it_is_written_down_on_the_page_of_its_customer(as_alice, acme):
    who = Stakeholder.objects.create(customer=acme, name="Zoe")
    routing = Feature.objects.create(name="Routing")
    sent = {"title": "Route by state", "theme": "Lead routing", "asked_on": str(TODAY),
            "stakeholder": who.id, "feature": routing.id, "details": "By hand now"}  # fmt: skip
    answer = as_alice.post(f"/customers/{acme.id}/requests/", sent)

    made = Request.objects.get()
    assert answer["Location"] == f"/requests/{made.id}/"
    assert (made.stakeholder, made.feature, made.recorded_by) == (who, routing, "Alice")
    assert "Route by state" in text(as_alice.get(f"/customers/{acme.id}/requests/"))


def test_what_is_wrong_stands_beside_its_field(as_alice, acme, asked):
    sent = {"title": "", "theme": "x", "asked_on": "2999-01-01"}
    answer = as_alice.post(f"/customers/{acme.id}/requests/", sent)
    assert (answer.status_code, "This field is required" in text(answer)) == (422, True)
    answer = as_alice.post(f"/customers/{acme.id}/requests/", sent | {"title": "T"})
    assert "This day has not come yet" in text(answer)

    answer = as_alice.post(f"/requests/{asked.id}/", {"do": "decline", "answer": ""})
    assert (answer.status_code, "say why it is declined" in text(answer)) == (422, True)
    assert Request.objects.get().state == "ASKED"


def test_a_step_is_taken_and_undone(as_alice, asked):
    address = f"/requests/{asked.id}/"
    answer = as_alice.post(address, {"do": "plan", "answer": "In spring"}, follow=True)
    assert "From <b>Asked</b> to <b>Planned</b>" in text(answer)
    assert "“Route by state” is planned" in text(answer)

    as_alice.post(address, {"do": "back", "to": "ASKED"})
    assert Request.objects.get().state == "ASKED"
    assert "From <b>" not in text(as_alice.get(f"{address}?undo=ASKED"))


def test_whoever_saves_an_older_state_is_told(as_alice, asked, alice):
    sent = {"do": "amend", "title": "B", "theme": "x", "asked_on": str(TODAY),
            "seen_at": asked.updated_at.isoformat()}  # fmt: skip
    actions.amend_request(request=asked, changes={"title": "A"}, by=alice, at=NOON)
    answer = as_alice.post(f"/requests/{asked.id}/", sent)

    assert (answer.status_code, "Somebody changed" in text(answer)) == (422, True)
    assert Request.objects.get().title == "A"


def test_who_does_not_look_after_the_customer_reads_only(client, bob, asked, acme):
    client.force_login(bob)
    assert "Acknowledge" not in text(client.get(f"/requests/{asked.id}/")).replace(
        "Acknowledged", ""
    )
    assert client.post(f"/requests/{asked.id}/", {"do": "acknowledge"}).status_code == 403
    assert client.post(f"/customers/{acme.id}/requests/", {"title": "x"}).status_code == 403
    assert Request.objects.get().state == "ASKED"
