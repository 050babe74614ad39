"""A customer's page: its tabs, what it says when nothing is known, and who may see it."""

from decimal import Decimal
from uuid import uuid4

import pytest

from tenure.customers import actions
from tenure.customers.models import Customer
from tenure.health import actions as health
from tenure.health.tests.worlds import ticket
from tests.moments import NOON

EMPTY = {
    "health": "No score yet.",
    "usage": "No usage is known.",
    "plans": "No plan yet.",
    "contracts": "No contract is known.",
    "invoices": "No invoice is known.",
    "tickets": "No ticket is known.",
    "surveys": "Nobody answered a survey yet.",
    "people": "Nobody at this customer is known yet.",
}


@pytest.mark.parametrize(("tab", "words"), EMPTY.items())
def test_an_empty_tab_says_so(acme, alice, sign_in, tab, words):
    assert words in sign_in(alice).get(f"/customers/{acme.id}/{tab}/").text


def test_a_customer_without_a_score_says_what_a_score_needs(acme, alice, sign_in):
    assert "No score yet. A score needs" in sign_in(alice).get(f"/customers/{acme.id}/").text


def test_the_page_says_the_score_and_why(acme, alice, sign_in):
    changes = {"renewal_intent_percent": 40}
    actions.change_profile(customer=acme, changes=changes, by=alice, at=NOON)
    health.score_customer(customer=acme, by=alice, at=NOON)

    page = sign_in(alice).get(f"/customers/{acme.id}/").text

    assert "Why 40" in page
    assert "Renewal intent costs most" in page
    assert "Not known, so their weight is shared by the others: Login frequency" in page


def test_a_single_score_has_no_chart(acme, alice, sign_in):
    changes = {"renewal_intent_percent": 40}
    actions.change_profile(customer=acme, changes=changes, by=alice, at=NOON)
    health.score_customer(customer=acme, by=alice, at=NOON)

    assert "data-plot" not in sign_in(alice).get(f"/customers/{acme.id}/").text


def test_rows_come_a_hundred_a_page_and_a_wrong_page_is_the_nearest(acme, alice, sign_in):
    for number in range(101):
        ticket(acme, number)
    client = sign_in(alice)

    for page, count in (("1", 100), ("2", 1), ("99", 1), ("x", 100), ("-3", 1)):
        shown = client.get(f"/customers/{acme.id}/tickets/?page={page}")
        assert (shown.status_code, len(shown.context["rows"])) == (200, count), page


def test_what_is_not_there_is_not_found(acme, alice, sign_in):
    client = sign_in(alice)

    assert client.get(f"/customers/{uuid4()}/").status_code == 404
    assert client.get(f"/customers/{acme.id}/nonsense/").status_code == 404


@pytest.mark.parametrize("tab", ["", "tickets/", "activity/", "edit/"])
def test_a_contact_of_a_customer_sees_no_page_of_it(acme, carl, sign_in, tab):
    page = sign_in(carl).get(f"/customers/{acme.id}/{tab}")

    assert page.status_code in (403, 404)
    assert "Acme" not in page.text


def test_an_executive_looks_and_changes_nothing(acme, erin, sign_in):
    client = sign_in(erin)

    assert client.get(f"/customers/{acme.id}/").status_code == 200
    assert client.post(f"/customers/{acme.id}/edit/", {"name": "X"}).status_code == 403
    assert Customer.objects.get(id=acme.id).name == "Acme"


def edit(client, customer, **changes):
    address = f"/customers/{customer.id}/edit/"
    start = client.get(address).context["form"].initial
    form = {name: value for name, value in start.items() if value is not None}
    return lambda: client.post(address, form | changes)


def test_two_who_edit_at_once_do_not_overwrite_each_other(acme, alice, sign_in):
    slow = edit(sign_in(alice), acme, phone="777")
    quick = edit(sign_in(alice), acme, phone="555")
    assert quick().status_code == 302

    refused = slow()

    assert refused.status_code == 422
    assert "Somebody changed Acme while you did." in refused.text
    assert Customer.objects.get(id=acme.id).phone == "555"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"email": "none"}, "email"),
        ({"name": ""}, "name"),
        ({"annual_contract_value": "-5"}, "annual_contract_value"),
        ({"annual_contract_value": "much"}, "annual_contract_value"),
        ({"tier": "GOLD"}, "tier"),
        ({"tier": "TRIAL"}, "tier_reason"),
        ({"tier": "TRIAL", "tier_reason": " "}, "tier_reason"),
        ({"next_renewal_on": "soon"}, "next_renewal_on"),
        ({"name": "a" * 201}, "name"),
        ({"name": "A\0cme"}, "name"),
    ],
)
def test_bad_input_is_refused_beside_its_field_and_nothing_is_saved(
    acme, alice, sign_in, changes, field
):
    refused = edit(sign_in(alice), acme, phone="777", **changes)()

    assert refused.status_code == 422
    assert field in refused.context["form"].errors
    assert Customer.objects.get(id=acme.id).phone == ""


def test_a_customer_added_by_a_csm_is_in_the_own_book(alice, sign_in):
    form = {"name": "Globex", "annual_contract_value": "30000"}

    page = sign_in(alice).post("/customers/add/", form, follow=True)

    globex = Customer.objects.get(name="Globex")
    assert "Globex was added." in page.text
    assert (globex.tier, globex.annual_contract_value) == ("MID_MARKET", Decimal(30_000))
    assert globex.success_profile.csm == alice
