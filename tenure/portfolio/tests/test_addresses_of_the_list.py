"""What an address of the list gets that is wrong, hostile, or behind the end."""

import pytest

from tenure.customers import actions
from tenure.portfolio.tests.books import names
from tests.moments import NOON


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("tier=GOLD", "tier: there is no “GOLD”"),
        ("sort=shoe-size", "sort: there is no “shoe-size”"),
        ("status=GONE", "status: there is no “GONE”"),
        ("csm=nobody-known", "csm: there is no “nobody-known”"),
        ("renewing=soon", "renewing: “soon” is not a number from 1 to 3,650"),
        ("renewing=-1", "renewing: “-1” is not a number"),
        ("renewing=0000000000019999999999", "renewing: “0000000000019999999999” is not a number"),
        ("page=0", "page: “0” is not a number from 1 to 1,000,000"),
        ("page=" + "9" * 5_000, "is not a number from 1 to 1,000,000"),
    ],
)
def test_what_an_address_says_wrongly_is_left_out_and_told(book, mona, sign_in, query, words):
    page = sign_in(mona).get(f"/customers/?{query}")

    assert page.status_code == 200
    assert words in page.text
    assert "5 customers" in page.text


@pytest.mark.parametrize("query", ["q=%00", "q=%ff%fe", "q=" + "a" * 5_000, "tier=", "csm=", "x=1"])
def test_no_address_breaks_the_list(book, mona, sign_in, query):
    assert sign_in(mona).get(f"/customers/?{query}").status_code == 200
    assert sign_in(mona).get(f"/customers/find/?{query}").status_code == 200


def test_behind_the_last_page_is_the_last_page(mona, sign_in, db):
    for number in range(51):
        actions.create_customer(fields={"name": f"N{number:02}"}, by=mona, at=NOON)
    client = sign_in(mona)

    assert len(names(client, "/customers/?sort=name")) == 50
    assert names(client, "/customers/?sort=name&page=2") == ["N50"]
    assert names(client, "/customers/?sort=name&page=900") == ["N50"]
