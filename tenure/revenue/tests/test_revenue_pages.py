"""The pages of revenue, renewals and contracts."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tenure.contracts import actions as contracts
from tenure.contracts.models import Contract
from tenure.foundation.web.templatetags.saying import today
from tenure.revenue.models import RenewalForecast
from tests.moments import NOON


@pytest.fixture
def contract(acme, alice):
    day = today()
    fields = {"starts_on": day - timedelta(days=300), "ends_on": day + timedelta(days=64),
              "annual_value": Decimal(12_000), "name": "Platform", "seats": 10}  # fmt: skip
    return contracts.start_contract(customer=acme, fields=fields, by=alice, at=NOON)


@pytest.fixture
def as_alice(client, alice):
    client.force_login(alice)
    return client


def text(answer) -> str:
    return answer.content.decode()


def test_the_ledger_shows_what_runs_and_each_figure_leads_to_its_rows(as_alice, contract):
    page = text(as_alice.get("/revenue/"))
    assert "$12,000" in page
    assert "/revenue/movements/?" in page
    rows = text(as_alice.get(f"/revenue/movements/?kind=NEW&first={today() - timedelta(days=365)}"))
    assert "Acme" in rows


@pytest.mark.parametrize(
    "query",
    [
        "?months=no&tier=NO&csm=x",
        "?first=soon&last=never&kind=NO",
        "?page=x",
        "?first=0001-01-01&last=9999-12-31",
        "?last=0001-01-01",
    ],
)
def test_what_makes_no_sense_is_left_out(as_alice, contract, query):
    for page in ("/revenue/", "/revenue/movements/", "/renewals/"):
        assert as_alice.get(page + query).status_code == 200


def test_no_contract_says_what_to_do(as_alice, acme):
    assert "No contract is known here" in text(as_alice.get("/revenue/"))


@pytest.mark.parametrize(
    ("address", "most"), [("/revenue/", 6), ("/revenue/movements/", 6), ("/renewals/", 5)]
)
def test_pages_cost_the_same_however_many_contracts(
    as_alice, contract, acme, alice, address, most, django_assert_max_num_queries
):
    as_alice.get(address)
    for n in range(5):
        fields = {"starts_on": today(), "ends_on": today() + timedelta(days=20 + n),
                  "annual_value": Decimal(10)}  # fmt: skip
        contracts.start_contract(customer=acme, fields=fields, by=alice, at=NOON)
    with django_assert_max_num_queries(most):
        as_alice.get(address)


def test_a_renewal_is_forecast_and_what_was_said_before_stays(as_alice, contract):
    address = f"/contracts/{contract.id}/"
    for call, amount in (("COMMIT", "12000"), ("AT_RISK", "9000"), ("AT_RISK", "9000")):
        sent = {"do": "forecast", "call": call, "amount": amount, "note": "They said so"}
        assert as_alice.post(address, sent).status_code == 302

    assert RenewalForecast.objects.count() == 2
    assert "In doubt" in text(as_alice.get("/renewals/?days=90"))
    assert "Nothing is due in 30 days" in text(as_alice.get("/renewals/?days=30"))


def test_who_leaves_pays_nothing(as_alice, contract):
    sent = {"do": "forecast", "call": "WILL_LEAVE", "amount": "5"}
    answer = as_alice.post(f"/contracts/{contract.id}/", sent)
    assert (answer.status_code, "expect 0" in text(answer)) == (422, True)


def test_it_is_amended_renewed_and_ended_on_its_page(as_alice, contract, acme):
    address, day = f"/contracts/{contract.id}/", today()
    sent = {"do": "amend", "on": day.isoformat(), "annual_value": "15000", "seats": "12"}
    as_alice.post(address, sent)
    new = Contract.objects.get(follows=contract)
    assert (new.annual_value, new.ends_on) == (15_000, contract.ends_on)

    wrong = as_alice.post(f"/contracts/{new.id}/", {"do": "end", "ends_on": "2099-01-01"})
    assert (wrong.status_code, "already" in text(wrong)) == (422, True)
    end = (contract.ends_on + timedelta(days=365)).isoformat()
    as_alice.post(f"/contracts/{new.id}/", {"do": "renew", "ends_on": end, "annual_value": "16000"})
    assert Contract.objects.get(follows=new).annual_value == 16_000


def test_a_contract_is_written_down_by_hand(as_alice, acme):
    address = f"/customers/{acme.id}/contracts/new/"
    sent = {"starts_on": "2026-01-01", "annual_value": "900", "billing_period": "ANNUAL"}
    wrong = as_alice.post(address, sent | {"ends_on": "2025-01-01"})
    assert (wrong.status_code, Contract.objects.count()) == (422, 0)
    as_alice.post(address, sent)
    assert Contract.objects.get().annual_value == 900
    assert "/contracts/" in text(as_alice.get(f"/customers/{acme.id}/contracts/"))


def test_a_colleague_reads_and_changes_nothing(client, bob, contract):
    client.force_login(bob)
    address = f"/contracts/{contract.id}/"
    assert "Change from that day" not in text(client.get(address))
    client.post(address, {"do": "end", "ends_on": date(2026, 1, 1).isoformat()})
    contract.refresh_from_db()
    assert contract.ends_on != date(2026, 1, 1)
