"""Contracts, revenue and renewals over the API: the ledger adds up, and nothing said is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tenure.contracts.models import Contract

NOTHING = "00000000-0000-7000-8000-000000000000"


def day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


@pytest.fixture
def contract(mona_api, acme_path):
    body = {"startDate": day(-200), "endDate": day(50), "annualValue": 24_000, "seats": 20}
    return mona_api.data("POST", f"{acme_path}/contracts", body)


def test_what_was_agreed_stays_and_what_follows_says_so(mona_api, acme_path, contract):
    path = f"/contracts/{contract['id']}"
    more = mona_api.data("POST", f"{path}/amend", {"on": day(-100), "annualValue": 30_000})
    next_ = mona_api.data("POST", f"/contracts/{more['id']}/renew", {"endDate": day(415)})

    assert (more["followsId"], more["followsAs"]) == (contract["id"], "AMENDMENT")
    assert (next_["annualValue"], next_["seats"], next_["followsAs"]) == (30_000, 20, "RENEWAL")
    assert mona_api.data("GET", path)["endDate"].startswith(day(-101))
    values = [one["annualValue"] for one in mona_api.data("GET", f"{acme_path}/contracts")]
    assert values == [30_000, 30_000, 24_000]


def test_the_ledger_adds_up_and_names_who_moved(mona_api, contract):
    path = f"/contracts/{contract['id']}"
    mona_api.data("POST", f"{path}/amend", {"on": day(-100), "annualValue": 30_000})
    told = mona_api.data("GET", f"/revenue/ledger?firstDay={day(-150)}&lastDay={day(0)}")
    (moved,) = mona_api.data("GET", f"/revenue/movements?firstDay={day(-150)}&kind=EXPANSION")

    sums = {one["kind"]: one["amount"] for one in told["movements"]}
    assert (told["start"], sums["EXPANSION"], told["end"]) == (24_000, 6_000, 30_000)
    assert told["start"] + sum(sums.values()) == told["end"]
    assert (moved["before"], moved["after"], moved["change"]) == (24_000, 30_000, 6_000)


def test_each_month_starts_with_what_the_one_before_ended_with(mona_api, contract):
    told = mona_api.data("GET", "/revenue?months=9")

    assert [one["start"] for one in told[1:]] == [one["end"] for one in told[:-1]]
    assert (told[0]["start"], told[-1]["end"]) == (0, 24_000)


def test_all_forecasts_stay_and_the_newest_holds(mona_api, contract):
    path = f"/contracts/{contract['id']}/forecasts"
    mona_api.data("POST", path, {"call": "COMMIT", "amount": 24_000})
    before = timezone.now().isoformat().replace("+00:00", "Z")
    mona_api.data("POST", path, {"call": "AT_RISK", "amount": 12_000, "note": "A new buyer"})

    assert [one["call"] for one in mona_api.data("GET", path)] == ["AT_RISK", "COMMIT"]
    (due,) = mona_api.data("GET", "/renewals")
    assert (due["call"], due["forecast"], due["outcome"]) == ("AT_RISK", 12_000, "PENDING")
    assert due["renewsOn"].startswith(day(51))
    (then,) = mona_api.data("GET", f"/renewals?asOf={before}")
    assert (then["call"], then["forecast"]) == ("COMMIT", 24_000)


def test_what_is_wrong_is_named(mona_api, acme_path, contract):
    path = f"/contracts/{contract['id']}"
    wrong = {"call": "WILL_LEAVE", "amount": 5}
    for what, where, body in (
        ("amount", f"{path}/forecasts", wrong),
        ("on", f"{path}/amend", {"on": day(90), "annualValue": 1}),
        ("endDate", f"{path}/end", {"endDate": day(60)}),
        ("endDate", f"{acme_path}/contracts", {"startDate": day(0), "endDate": day(-9), "annualValue": 1}),
    ):  # fmt: skip
        assert what in [
            one["field"] for one in mona_api.refusal(422, "POST", where, body)["errors"]
        ]
    for asked in ("lastDay=1980-01-01", f"firstDay={day(1)}&lastDay={day(0)}"):
        said = mona_api.refusal(422, "GET", f"/revenue/ledger?{asked}")
        assert [one["field"] for one in said["errors"]] == ["lastDay"]


def test_who_may_not_sees_and_changes_nothing(api, carl, bob, contract, acme_path):
    path = f"/contracts/{contract['id']}"
    for hidden in ("/revenue", "/revenue/ledger", "/revenue/movements", "/renewals"):
        api(carl).refusal(403, "GET", hidden)
    api(carl).refusal(404, "GET", path)
    api(bob).refusal(403, "POST", f"{path}/end", {"endDate": day(0)})

    assert Contract.objects.get().ends_on.isoformat() == day(50)
