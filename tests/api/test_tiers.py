"""Tiers, their changes, promises and monthly use over the API."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from tenure.support.models import Ticket
from tenure.tiering.models import MonthlyUse, TierChange


@pytest.fixture
def path(acme):
    return f"/customers/{acme.id}"


def test_tiers_tell_what_is_promised_and_who_is_in_them(mona_api, acme):
    told = {one["tier"]: one for one in mona_api.data("GET", "/tiers")}

    assert list(told) == ["ENTERPRISE", "MID_MARKET", "SMALL_BUSINESS", "TRIAL"]
    middle = told["MID_MARKET"]
    assert (middle["customers"], middle["annualValue"], middle["customersPerCsm"]) == (1, 48_000, 5)
    assert middle["firstResponseHours"] == {"P1": 4, "P2": 8, "P3": 24, "P4": 72}
    assert told["TRIAL"]["touchpointsAMonth"] is None


def test_tiers_are_told_to_the_team(api, carl):
    api(carl).refusal(403, "GET", "/tiers")


def test_a_tier_by_hand_is_a_change_and_can_be_taken_back(mona_api, path, acme):
    told = mona_api.data("PUT", f"{path}/tier", {"tier": "TRIAL", "reason": "A partner"})
    assert (told["cause"], told["state"], told["fromTier"]) == ("BY_HAND", "DONE", "MID_MARKET")

    mona_api.send("DELETE", f"{path}/tier")
    (open_change,) = mona_api.data("GET", "/tier-changes?state=PROPOSED")
    assert mona_api.data("GET", "/tier-changes?limit=1&page=1") == [open_change]
    assert (open_change["toTier"], open_change["cause"]) == ("MID_MARKET", "VALUE")
    mona_api.data("POST", f"/tier-changes/{open_change['id']}", {"do": "accept"})
    acme.refresh_from_db()
    assert acme.tier == "MID_MARKET"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"tier": "MID_MARKET", "reason": "x"}, "tier"),
        ({"tier": "TRIAL", "reason": " "}, "reason"),
        ({"tier": "GOLD", "reason": "x"}, "tier"),
        ({"tier": "TRIAL"}, "reason"),
    ],
)
def test_a_tier_without_sense_is_refused_with_its_field(mona_api, path, acme, body, field):
    said = mona_api.refusal(422, "PUT", f"{path}/tier", body)

    assert [one["field"] for one in said["errors"]] == [field]
    acme.refresh_from_db()
    assert acme.tier == "MID_MARKET"


def test_a_change_is_declined_for_a_reason_once_and_in_the_own_book(api, mona_api, bob, path):
    mona_api.data("PUT", f"{path}/tier", {"tier": "TRIAL", "reason": "A partner"})
    mona_api.send("DELETE", f"{path}/tier")
    change = TierChange.objects.undecided().get()
    address = f"/tier-changes/{change.id}"

    api(bob).refusal(403, "POST", address, {"do": "accept"})
    said = mona_api.refusal(422, "POST", address, {"do": "decline"})
    assert [one["field"] for one in said["errors"]] == ["note"]
    told = mona_api.data("POST", address, {"do": "decline", "note": "Later"})
    assert (told["state"], told["note"]) == ("DECLINED", "Later")
    mona_api.refusal(409, "POST", address, {"do": "accept"})


def test_promises_count_and_clocks_run(mona_api, path, acme):
    now = timezone.now()
    Ticket.objects.create(
        customer=acme, subject="Slow", priority="P1", opened_at=now - timedelta(hours=6),
        first_response_minutes=241,
    )  # fmt: skip

    told = mona_api.data("GET", f"{path}/promises")
    told_of = {(one["promise"], one["part"]): one for one in told["promises"]}
    first, (clock,) = told_of["FIRST_RESPONSE", "P1"], told["clocks"]
    assert [first[name] for name in ("promised", "kept", "missed", "keptRatio")] == ["4 h", 0, 1, 0]
    assert (clock["promise"], clock["isLate"]) == ("RESOLUTION", False)
    assert round(clock["hoursLeft"]) == 42


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"name": "desks"}, "name"),
        ({"value": -1}, "value"),
        ({"month": "2999-01-01"}, "month"),
        ({"month": "soon"}, "month"),
    ],
)
def test_use_that_cannot_be_is_refused_with_its_field(mona_api, path, body, field):
    usual = {"month": "2026-10-05", "name": "agents", "value": 12.5}
    said = mona_api.refusal(422, "POST", f"{path}/monthly-use", usual | body)

    assert [one["field"] for one in said["errors"]] == [field]
    assert MonthlyUse.objects.count() == 0


def test_use_is_kept_by_the_month(mona_api, path):
    usual = {"month": "2026-10-05", "name": "agents", "value": 12.5}
    told = mona_api.data("POST", f"{path}/monthly-use", usual)

    assert (told["month"][:10], told["value"]) == ("2026-10-01", 12.5)
    assert MonthlyUse.objects.get().value == Decimal("12.5")
