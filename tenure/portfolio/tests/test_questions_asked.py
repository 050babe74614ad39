"""How many questions a page asks the database does not depend on how much there is to show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tenure.customers import actions
from tenure.customers.words import StakeholderRole
from tenure.health import actions as health
from tenure.health.tests.worlds import answer, at_noon, contract, invoice, milestone, ticket, usage
from tenure.portfolio.records import RECORDS
from tests.moments import NOON

TABS = ["", "health/", *(f"{records.code}/" for records in RECORDS), "activity/"]


def fill(customer, by, rows: range) -> None:
    """A row of everything for each of these days ago."""
    for number in rows:
        usage(customer, number, active_users=3, logins=7, uses=2, seconds=900)
        contract(customer, 100 + number, 1_000, seats=9)
        invoice(customer, due=number, paid=number)
        ticket(customer, number)
        answer(customer, "NPS", 9, number)
        milestone(customer, due=number, completed=number)
        actions.add_stakeholder(
            customer=customer, name=f"Pat {number}", role=StakeholderRole.USER, by=by, at=NOON
        )
        health.score_customer(customer=customer, by=by, at=at_noon(number))


def asked(client, address: str) -> int:
    with CaptureQueriesContext(connection) as questions:
        assert client.get(address).status_code == 200
    return len(questions)


def test_the_list_asks_as_much_for_thirty_customers_as_for_two(mona, sign_in):
    def add(count: int) -> None:
        for _ in range(count):
            customer = actions.create_customer(fields={"name": "N"}, csm=mona, by=mona, at=NOON)
            answer(customer, "NPS", 9, 1)
            milestone(customer, due=-5)
        health.score_all_customers(by=mona, at=NOON)

    client = sign_in(mona)
    add(2)
    few = asked(client, "/customers/")
    add(28)

    assert asked(client, "/customers/") == few
    assert few <= 8


@pytest.mark.parametrize("tab", TABS)
def test_a_customers_page_asks_as_much_for_twice_the_rows(acme, alice, sign_in, tab):
    client = sign_in(alice)
    fill(acme, alice, range(13))
    few = asked(client, f"/customers/{acme.id}/{tab}")
    fill(acme, alice, range(13, 26))

    assert asked(client, f"/customers/{acme.id}/{tab}") <= few
    assert few <= {"": 30, "health/": 18}.get(tab, 10)
