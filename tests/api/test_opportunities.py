"""Opportunities over the API: read with what shows them, pursued, won, lost, dismissed, taken up again."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from tenure.contracts.actions import start_contract
from tenure.contracts.models import Contract
from tenure.customers.actions import change_customer
from tenure.expansion.finding import find_opportunities
from tenure.expansion.models import Opportunity
from tenure.health.entering import record_score

WON = {"growth": "TIER", "wonRevenue": 5_000, "seats": 25, "tier": "MID_MARKET"}


@pytest.fixture
def path(acme, mona):
    """Acme, a Small business that pays 22,000 and does well, as it was found by night."""
    now = timezone.now()
    day = timezone.localdate(now)
    year = {"starts_on": day - timedelta(days=90), "ends_on": day + timedelta(days=275),
            "annual_value": Decimal(22_000), "seats": 7}  # fmt: skip
    start_contract(customer=acme, fields=year, by=mona, at=now)
    acme.refresh_from_db()
    change_customer(customer=acme, changes={"tier": "SMALL_BUSINESS"}, by=mona, at=now)
    record_score(customer=acme, fields={"score": 85}, by=mona, at=now)
    find_opportunities(by=mona, at=now)
    return f"/opportunities/{Opportunity.objects.get().id}"


def state() -> str:
    return Opportunity.objects.get().state


def test_it_says_what_shows_it_what_it_is_worth_and_how_that_was_reckoned(mona_api, path):
    told = mona_api.data("GET", path)

    says = "pays $22,000 a year; Mid-market begins at $25,000"
    assert told["evidence"] == [{"sign": "TIER_NEAR", "says": says}]
    assert (told["estimatedAdditionalRevenue"], told["probability"]) == (3_000, 0.7)
    assert told["reckoned"] == "Mid-market begins at $25,000, they pay $22,000"
    assert told["suggestedActions"] == Opportunity.objects.get().suggestions != []
    assert mona_api.data("GET", "/opportunities") == [told]


def test_who_might_buy_more_now_leads_to_what_was_found(mona_api, path):
    (now,) = mona_api.data("GET", "/expansion-opportunities")

    assert f"/opportunities/{now['opportunityId']}" == path


def test_lists_are_filtered(mona_api, path, alice, mona, acme):
    def count(query):
        return len(mona_api.data("GET", f"/opportunities?{query}"))

    assert count(f"state=FOUND&csmId={alice.id}&customerId={acme.id}") == 1
    assert (count("state=WON"), count(f"csmId={mona.id}"), count("page=2")) == (0, 0, 0)
    assert mona_api.last.json()["pagination"]["total"] == 1


def test_it_is_pursued_by_a_plan_once_and_won_with_contract_plan_and_tier(mona_api, path, acme):
    pursued = mona_api.data("POST", f"{path}/pursue")
    mona_api.refusal(409, "POST", f"{path}/pursue")
    won = mona_api.data("POST", f"{path}/win", WON)

    assert (pursued["state"], won["state"], won["growth"]) == ("PURSUED", "WON", "TIER")
    assert (won["wonRevenue"], won["endedOn"][:10]) == (5_000, timezone.localdate().isoformat())
    running = Contract.objects.running_on(timezone.localdate()).get()
    assert (running.annual_value, running.seats) == (27_000, 25)
    plan = mona_api.data("GET", f"/success-plans/{pursued['planId']}")
    assert (plan["status"], plan["planType"]) == ("COMPLETED", "EXPANSION")
    acme.refresh_from_db()
    assert acme.tier == "MID_MARKET"
    mona_api.refusal(409, "POST", f"{path}/lose", {"note": "Too late"})


@pytest.mark.parametrize(
    ("body", "field"),
    [({"wonRevenue": 0}, "wonRevenue"), ({"endedOn": "2090-01-01"}, "endedOn"),
     ({"growth": "MORE"}, "growth"), ({"seats": -1}, "seats"), ({"tier": "GOLD"}, "tier")],
)  # fmt: skip
def test_what_cannot_be_won_changes_nothing(mona_api, path, body, field):
    said = mona_api.refusal(422, "POST", f"{path}/win", WON | body)

    assert [one["field"] for one in said["errors"]] == [field]
    assert (state(), Contract.objects.count()) == ("FOUND", 1)


@pytest.mark.parametrize(("end", "became"), [("lose", "LOST"), ("dismiss", "DISMISSED")])
def test_it_comes_to_nothing_for_a_reason_and_rests(mona_api, path, end, became):
    said = mona_api.refusal(422, "POST", f"{path}/{end}", {"note": " "})
    assert ([one["field"] for one in said["errors"]], state()) == (["note"], "FOUND")

    told = mona_api.data("POST", f"{path}/{end}", {"note": "No budget"})
    assert (told["state"], told["note"]) == (became, "No budget")
    assert told["restsUntil"] > told["endedOn"]


def test_what_came_to_nothing_is_taken_up_again_with_its_plan(mona_api, path):
    plan = mona_api.data("POST", f"{path}/pursue")["planId"]
    mona_api.data("POST", f"{path}/lose", {"note": "No budget"})
    told = mona_api.data("POST", f"{path}/reopen")

    assert (told["state"], told["endedOn"], told["restsUntil"]) == ("PURSUED", None, None)
    assert mona_api.data("GET", f"/success-plans/{plan}")["status"] == "ACTIVE"
    mona_api.refusal(409, "POST", f"{path}/reopen")


def test_it_is_not_taken_up_beside_one_that_is_open(mona_api, path, acme):
    mona_api.data("POST", f"{path}/dismiss", {"note": "Next year"})
    Opportunity.objects.update(rests_until=timezone.localdate() - timedelta(days=1))
    find_opportunities(by=acme.success_profile.csm, at=timezone.now())

    assert Opportunity.objects.open().count() == 1
    mona_api.refusal(409, "POST", f"{path}/reopen")


def test_they_are_told_to_the_team_and_worked_on_in_the_own_book(api, carl, bob, erin, path):
    api(carl).refusal(403, "GET", "/opportunities")
    api(carl).refusal(404, "GET", path)
    assert api(erin).data("GET", path)["state"] == "FOUND"
    for who in (bob, erin, carl):
        api(who).refusal(403, "POST", f"{path}/pursue")
        api(who).refusal(403, "POST", f"{path}/win", WON)
        api(who).refusal(403, "POST", f"{path}/dismiss", {"note": "x"})
        api(who).refusal(403, "POST", f"{path}/reopen")

    assert state() == "FOUND"


def test_a_token_of_another_area_reads_nothing(api, mona, path):
    api(mona, areas=["analytics"]).refusal(403, "GET", path)
    assert api(mona, areas=["customers"]).data("GET", path)["state"] == "FOUND"
