"""The list: every filter, its pages, its order, its cursor."""

from datetime import date, timedelta

import pytest

from tenure.customers import actions
from tenure.customers.models import CurrentHealth
from tests.moments import NOON


@pytest.fixture
def three(acme, alice, bob, mona):
    """Acme (Alice, MID_MARKET, 48,000), Beta (Bob, ENTERPRISE, at risk), Cent (nobody, no score)."""

    def add(name, csm, days, **fields):
        fields = {
            "name": name,
            "email": "hi@x.example",
            "contract_starts_on": date(2025, 1, 1),
        } | fields
        return actions.create_customer(
            fields=fields, csm=csm, by=mona, at=NOON + timedelta(days=days)
        )

    beta = add("Beta 100%", bob, 1, tier="ENTERPRISE", status="AT_RISK", tags=["gold", "vip"],
               annual_contract_value=90000, next_renewal_on=date(2026, 12, 24))  # fmt: skip
    add("Cent", None, 2, tier="TRIAL", company_name="Centaur Ltd")
    CurrentHealth.objects.filter(customer=beta).update(
        score=30, level="POOR", churn_risk="HIGH", recorded_at=NOON
    )
    CurrentHealth.objects.filter(customer=acme).update(
        score=85, level="EXCELLENT", churn_risk="LOW", recorded_at=NOON
    )
    actions.change_profile(
        customer=beta, changes={"onboarding_status": "COMPLETED"}, by=mona, at=NOON
    )


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Cent", "Beta 100%", "Acme"]),
        ("tier=ENTERPRISE", ["Beta 100%"]),
        ("tier=ENTERPRISE&tier=TRIAL", ["Cent", "Beta 100%"]),
        ("status=AT_RISK", ["Beta 100%"]),
        ("churnRiskLevel=LOW", ["Cent", "Acme"]),
        ("churnRiskLevel=HIGH&tier=ENTERPRISE&status=AT_RISK", ["Beta 100%"]),
        ("healthScoreMin=1", ["Beta 100%", "Acme"]),
        ("healthScoreMax=30", ["Cent", "Beta 100%"]),
        ("onboardingStatus=COMPLETED", ["Beta 100%"]),
        ("search=ACME", ["Acme"]),
        ("search=centaur", ["Cent"]),
        ("search=100%25", ["Beta 100%"]),
        ("search=_", []),
        ("tags=vip&tags=none", ["Beta 100%"]),
        ("contractRenewalFrom=2026-12-01&contractRenewalTo=2026-12-31", ["Beta 100%"]),
        ("customerSinceFrom=2100-01-01", []),
        ("sort=name", ["Acme", "Beta 100%", "Cent"]),
        ("sort=-annualContractValue&limit=1", ["Beta 100%"]),
        ("page=2&limit=2", ["Acme"]),
        ("page=9&limit=2", []),
    ],
)  # fmt: skip
def test_each_filter_finds_its_customers(mona_api, three, query, names):
    assert [row["name"] for row in mona_api.data("GET", f"/customers?{query}")] == names


def test_a_csms_book(mona_api, three, alice):
    rows = mona_api.data("GET", f"/customers?csmId={alice.id}")

    assert [row["name"] for row in rows] == ["Acme"]
    assert mona_api.last.json()["pagination"]["total"] == 1


def test_pages_are_told_as_older_clients_read_them(mona_api, three):
    mona_api.data("GET", "/customers?limit=2")

    told = mona_api.last.json()["pagination"]
    assert (told["page"], told["limit"], told["total"], told["totalPages"]) == (1, 2, 3, 2)


@pytest.mark.parametrize("query", ["status=ACTIVE", "tier=TRIAL&churnRiskLevel=LOW", "search=e"])
def test_totals_are_exact(mona_api, three, query):
    rows = mona_api.data("GET", f"/customers?{query}")

    assert mona_api.last.json()["pagination"]["total"] == len(rows)


@pytest.mark.parametrize("sort", ["-createdAt", "createdAt", "name", "-annualContractValue"])
def test_a_cursor_walks_through_all_once(mona_api, three, sort):
    seen, cursor = [], ""
    while cursor is not None:
        rows = mona_api.data("GET", f"/customers?sort={sort}&limit=1&cursor={cursor}")
        seen += [row["name"] for row in rows]
        cursor = mona_api.last.json()["pagination"]["nextCursor"]

    assert seen == [row["name"] for row in mona_api.data("GET", f"/customers?sort={sort}")]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("page=0", "page"),
        ("limit=101", "limit"),
        ("tier=GOLD", "tier.0"),
        ("healthScoreMin=abc", "healthScoreMin"),
        ("csmId=me", "csmId"),
        ("customerSinceFrom=yesterday", "customerSinceFrom"),
        ("cursor=made-up", "cursor"),
        ("fields=secret", "fields"),
        ("sort=luck", "sort"),
    ],
)
def test_a_wrong_parameter_is_named(mona_api, query, field):
    said = mona_api.refusal(422, "GET", f"/customers?{query}")

    assert said["errors"][0]["field"] == field


def test_only_the_wanted_fields_come(mona_api, three):
    (row, *_) = mona_api.data("GET", "/customers?fields=id,name")

    assert row.keys() == {"id", "name"}
