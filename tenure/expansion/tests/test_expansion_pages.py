"""The pages of expansion: the list, one opportunity, what is wrong beside its field."""

from datetime import date
from decimal import Decimal

import pytest

from tenure.contracts import actions as contracts
from tenure.customers.models import Customer
from tenure.expansion.finding import find_opportunities
from tenure.expansion.models import Opportunity
from tenure.health import entering
from tests.moments import NOON

YEAR = {"starts_on": date(2026, 3, 1), "annual_value": Decimal(22_000), "seats": 7}


@pytest.fixture
def opportunity(acme, alice):
    Customer.objects.filter(id=acme.id).update(tier="SMALL_BUSINESS", tier_follows_value=False)
    contracts.start_contract(customer=acme, fields=YEAR, by=alice, at=NOON)
    entering.record_score(customer=acme, fields={"score": 85}, by=alice, at=NOON)
    find_opportunities(by=alice, at=NOON)
    return Opportunity.objects.get()


def text(answer) -> str:
    return answer.content.decode()


def test_the_list_says_what_shows_it(client, alice, opportunity):
    client.force_login(alice)
    page = text(client.get("/expansion/"))

    assert "Pays $22,000 a year; Mid-market begins at $25,000" in page
    assert client.get("/expansion/?state=NONSENSE&owner=mine&page=x").status_code == 200
    assert "No opportunity is won" in text(client.get("/expansion/?state=WON"))


def test_the_list_costs_the_same_however_long(
    client, alice, opportunity, django_assert_max_num_queries
):
    client.force_login(alice)
    client.get("/expansion/")
    with django_assert_max_num_queries(6):
        client.get("/expansion/")


def test_it_is_pursued_and_won_from_its_page(client, alice, opportunity):
    client.force_login(alice)
    address = f"/expansion/{opportunity.id}/"
    client.post(address, {"do": "pursue"})
    assert "Expansion plan" in text(client.get(address))

    sent = {"do": "win", "growth": "TIER", "won_revenue": "3000", "ended_on": "2026-11-23",
            "tier": "MID_MARKET"}  # fmt: skip
    wrong = client.post(address, sent | {"won_revenue": "0"})
    assert (wrong.status_code, "say what it brings a year" in text(wrong)) == (422, True)
    assert client.post(address, sent).status_code == 302
    opportunity.refresh_from_db()
    assert (opportunity.state, opportunity.won_revenue) == ("WON", 3_000)


def test_who_does_not_look_after_the_customer_reads_only(client, bob, opportunity):
    client.force_login(bob)
    address = f"/expansion/{opportunity.id}/"
    page = text(client.get(address))
    assert "It is won" not in page

    client.post(address, {"do": "dismiss", "note": "x"})
    opportunity.refresh_from_db()
    assert opportunity.is_open


def test_what_was_done_is_of_this_opportunity_alone(client, alice, opportunity):
    """The score that was entered is a deed about the same customer."""
    client.force_login(alice)
    client.post(f"/expansion/{opportunity.id}/", {"do": "pursue"})
    done = [str(one) for one in client.get(f"/expansion/{opportunity.id}/").context["latest"]]

    assert any("began to pursue" in one for one in done)
    assert not any("score" in one for one in done)


def test_what_was_dismissed_is_taken_up_again_on_its_page(client, alice, opportunity):
    client.force_login(alice)
    address = f"/expansion/{opportunity.id}/"
    client.post(address, {"do": "dismiss", "note": "Next year"})
    assert "Take it up again" in text(client.get(address))

    page = text(client.post(address, {"do": "reopen"}, follow=True))
    opportunity.refresh_from_db()
    assert opportunity.is_open
    assert "It is taken up again." in page
    assert "Take it up again" not in page
