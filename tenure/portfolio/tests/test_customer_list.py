"""The customer list: each filter, the search, the order, and what a bad address gets."""

import pytest

from tenure.customers import actions
from tenure.customers.models import Customer
from tenure.portfolio.tests.books import ROWS, end, names
from tests.moments import NOON

ALL = list(ROWS)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ALL),
        ("tier=MID_MARKET", ["Birch", "Cedar"]),
        ("tier=MID_MARKET&tier=TRIAL", ["Birch", "Cedar", "Elm"]),
        ("risk=CRITICAL&risk=MEDIUM", ["Acme", "Birch"]),
        ("level=GOOD", ["Cedar"]),
        ("level=NONE", ["Elm"]),
        ("level=NONE&level=POOR", ["Acme", "Elm"]),
        ("csm=none", ["Elm"]),
        ("renewing=30", ["Acme"]),
        ("renewing=90", ["Acme", "Birch"]),
        ("status=ACTIVE", ALL),
        ("status=PAUSED", []),
        ("q=CED", ["Cedar"]),
        ("q=office@dune", ["Dune"]),
        ("q=%25", []),
        ("q=_", []),
        ("q=c&tier=MID_MARKET&risk=LOW", ["Cedar"]),
    ],
)
def test_a_filter_lets_through_what_fits(book, mona, sign_in, query, found):
    assert names(sign_in(mona), f"/customers/?sort=name&{query}") == found


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("health", ["Acme", "Birch", "Cedar", "Dune", "Elm"]),
        ("change", ["Acme", "Birch", "Dune", "Cedar", "Elm"]),
        ("name", ["Acme", "Birch", "Cedar", "Dune", "Elm"]),
        ("value", ["Acme", "Cedar", "Birch", "Dune", "Elm"]),
        ("renewal", ["Acme", "Birch", "Dune", "Cedar", "Elm"]),
    ],
)
def test_an_order_breaks_ties_the_same_way_and_puts_the_unknown_last(
    book, mona, sign_in, sort, order
):
    assert names(sign_in(mona), f"/customers/?sort={sort}") == order


def test_the_longest_silence_comes_first_and_the_unknown_last(book, mona, sign_in):
    for day, name in ((10, "Birch"), (5, "Elm")):
        at = NOON.replace(day=day)
        actions.note_contact(customer=book[name], by=mona, at=at)

    assert names(sign_in(mona), "/customers/?sort=contact")[:2] == ["Elm", "Birch"]


def test_somebody_who_left_is_only_shown_when_asked_for(book, mona, sign_in):
    end(book["Dune"], mona)
    client = sign_in(mona)

    assert "Dune" not in names(client, "/customers/")
    assert names(client, "/customers/?status=CHURNED") == ["Dune"]
    assert len(names(client, "/customers/?status=all")) == 5


def test_a_csm_starts_in_the_own_book_and_may_see_the_others(book, alice, sign_in):
    client = sign_in(alice)

    assert names(client, "/customers/") == ["Acme", "Cedar"]
    assert names(client, "/customers/?csm=me") == ["Acme", "Cedar"]
    assert names(client, "/customers/?csm=all") == ALL


def test_the_bands_count_what_a_plain_sum_counts(book, mona, sign_in):
    bands = sign_in(mona).get("/customers/").context["listing"].bands

    assert [(band.code, band.count, band.value) for band in bands] == [
        ("POOR", 1, 200_000), ("FAIR", 1, 50_000), ("GOOD", 1, 50_000), ("EXCELLENT", 1, 9_000),
        ("NONE", 1, 0),
    ]  # fmt: skip


def test_a_search_of_the_page_gets_the_list_alone(book, mona, sign_in):
    whole = sign_in(mona).get("/customers/?q=ced")
    part = sign_in(mona).get("/customers/?q=ced", headers={"HX-Request": "true"})
    back = {"HX-Request": "true", "HX-History-Restore-Request": "true"}

    assert "<html" in whole.text and "<html" not in part.text and "Cedar" in part.text
    assert "<html" in sign_in(mona).get("/customers/?q=ced", headers=back).text


@pytest.mark.parametrize("address", ["/customers/", "/customers/find/?q=a", "/customers/{id}/"])
def test_a_contact_of_a_customer_sees_nothing_of_it(book, carl, sign_in, address):
    page = sign_in(carl).get(address.format(id=book["Acme"].id))

    assert page.status_code in (403, 404)
    assert "Acme" not in page.text


def test_a_contact_finds_a_page_of_what_is_shared(carl, sign_in):
    assert sign_in(carl).get("/").status_code == 200
    assert Customer.objects.visible_to(carl).count() == 0
