"""What people decide about tiers and books on pages."""

from decimal import Decimal

import pytest

from tenure.customers import actions as customers
from tenure.customers.models import Customer
from tenure.tiering.models import TierReview
from tests.moments import NOON


def decide(client, who, change, do, **told):
    client.force_login(who)
    return client.post(f"/tiers/changes/{change.id}/", {"do": do, **told}, follow=True)


def test_accepted_on_the_page_it_moves(client, globex, proposed, alice):
    page = decide(client, alice, proposed(value=25_000), "accept")

    assert "Globex is in Mid-market from today on." in page.text
    globex.refresh_from_db()
    assert globex.tier == "MID_MARKET"


def test_declined_without_a_reason_it_says_what_is_missing(client, proposed, alice):
    change = proposed(value=25_000)
    page = decide(client, alice, change, "decline", note=" ", back=f"/customers/{change.customer_id}/tier/")  # fmt: skip

    assert "Say why it stays." in page.text
    assert page.redirect_chain[-1][0] == f"/customers/{change.customer_id}/tier/"
    change.refresh_from_db()
    assert change.state == "PROPOSED"


def test_nobody_decides_about_the_books_of_others(client, proposed, bob):
    change = proposed(value=25_000)

    assert decide(client, bob, change, "accept").status_code == 403
    change.refresh_from_db()
    assert change.state == "PROPOSED"


def test_the_button_looks_at_everybody_and_says_so_once(client, globex, mona):
    client.force_login(mona)

    assert "Looked at the tiers of 1 customer:" in client.post("/tiers/review/", follow=True).text
    assert "in this period already" in client.post("/tiers/review/", follow=True).text
    assert TierReview.objects.count() == 1


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "", "/tiers/"])
def test_it_leads_back_to_a_page_of_ours(client, proposed, alice, back):
    client.force_login(alice)
    told = {"do": "accept", "back": back}
    answer = client.post(f"/tiers/changes/{proposed(value=25_000).id}/", told)

    assert answer["Location"] == "/tiers/"


def move(client, who, customer, csm, **told):
    client.force_login(who)
    form = {"customer": customer.id, "csm": csm.id, **told}
    return client.post("/books/move/", form, follow=True)


def test_a_customer_moves_into_another_book(client, globex, mona, alice, bob):
    page = move(client, mona, globex, bob, back=f"/books/{alice.id}/")

    assert "Globex is in the book of Bob." in page.text
    assert page.redirect_chain[-1][0] == f"/books/{alice.id}/"
    assert Customer.objects.get().success_profile.csm == bob


def test_nothing_moves_to_somebody_without_a_book(client, globex, mona, erin, alice):
    assert "Choose a customer and the CSM" in move(client, mona, globex, erin).text
    assert Customer.objects.get().success_profile.csm == alice


def test_the_page_of_books_says_who_is_over_and_who_has_none(client, mona, alice):
    for name, csm in (("One", alice), ("Two", alice), ("Nobody’s", None)):
        customers.create_customer(
            fields={"name": name, "annual_contract_value": Decimal(200_000)}, csm=csm, by=mona, at=NOON
        )  # fmt: skip
    client.force_login(mona)
    page = client.get("/books/")

    assert [(one.name, one.percent, one.is_over) for one in page.context["shelves"]] == [
        ("Alice", "200%", True)
    ]
    assert [one.name for one, _ in page.context["waiting"]] == ["Nobody’s"]
    assert "would be over, at 300%" in page.text


@pytest.mark.parametrize(
    ("query", "tier"),
    [
        ("", "Trial"), ("?annual_contract_value=30000", "Mid-market"),
        ("?tier=ENTERPRISE&annual_contract_value=1", "Enterprise"),
        ("?annual_contract_value=much&tier=GOLD", "Trial"),
    ],
)  # fmt: skip
def test_somebody_is_suggested_for_what_is_known_so_far(client, mona, alice, query, tier):
    client.force_login(mona)
    part = client.get(f"/books/suggestions/{query}", headers={"HX-Request": "true"}).text

    assert f"For a customer in {tier}" in part
    assert "<b>Alice</b>" in part
    assert "<html" not in part
