"""GET, POST, PUT and DELETE of customers, as older clients know them."""

from uuid import uuid4

import pytest

from tenure.customers.models import Customer

NEW = {"name": "Globex", "email": "hi@globex.example", "contractStartDate": "2026-01-31T00:00:00Z"}
FIELDS = {
    "id", "leadId", "name", "companyName", "email", "phone", "industry", "businessType",
    "employeeCount", "annualRevenue", "website", "billingAddress", "billingCity", "billingState",
    "billingZipCode", "billingCountry", "tier", "status", "contractStartDate", "contractEndDate",
    "annualContractValue", "customerSince", "totalPolicies", "activePolicies", "lifetimeValue",
    "healthScore", "churnRiskLevel", "lastContactDate", "nextRenewalDate",
    "preferredContactMethod", "tags", "metadata", "createdAt", "updatedAt",
}  # fmt: skip


def test_a_customer_is_created_with_the_contracts_defaults(mona_api):
    made = mona_api.data("POST", "/customers", NEW)

    assert mona_api.last.status_code == 201
    assert made.keys() >= FIELDS
    assert (made["tier"], made["status"], made["churnRiskLevel"]) == (
        "SMALL_BUSINESS",
        "ACTIVE",
        "LOW",
    )
    assert (made["annualContractValue"], made["healthScore"], made["tags"]) == (0, 0, [])
    assert made["contractStartDate"] == "2026-01-31T00:00:00+00:00"


def test_metadata_fills_the_success_profile(mona_api):
    told = {"primaryObjective": "grow", "secondaryObjectives": ["save"], "targetMetrics": {"a": 1}}
    made = mona_api.data("POST", "/customers", NEW | {"metadata": told})

    profile = mona_api.data("GET", f"/customers/{made['id']}/profile")
    assert profile["primaryObjective"] == "grow"
    assert profile["secondaryObjectives"] == ["save"]
    assert profile["targetMetrics"] == {"a": 1}


def test_what_is_absent_stays_and_what_is_null_is_cleared(mona_api, acme_path):
    mona_api.data("PUT", acme_path, {"phone": "555", "nextRenewalDate": "2027-05-01"})
    changed = mona_api.data("PUT", acme_path, {"nextRenewalDate": None})

    assert (changed["phone"], changed["nextRenewalDate"]) == ("555", None)


def test_deleting_marks_as_churned_and_removes_nothing(mona_api, acme, acme_path):
    answer = mona_api.send("DELETE", acme_path)

    assert answer.json() == {"success": True, "message": "Customer marked as churned"}
    acme.refresh_from_db()
    assert acme.status == "CHURNED"
    assert mona_api.send("DELETE", acme_path).status_code == 200


def test_one_customer_comes_with_everything_around_it(mona_api, acme_path):
    whole = mona_api.data("GET", acme_path)

    assert whole["successProfile"]["csmName"] == "Alice"
    for part in ("successPlans", "healthScores", "businessReviews", "policies"):
        assert whole[part] == []
    assert whole["lead"] is None


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "   "}, "name"),
        ({"email": "nobody"}, "email"),
        ({"tier": "GOLD"}, "tier"),
        ({"status": "active"}, "status"),
        ({"employeeCount": 0}, "employeeCount"),
        ({"employeeCount": "7"}, "employeeCount"),
        ({"employeeCount": 10**30}, "employeeCount"),
        ({"annualContractValue": -1}, "annualContractValue"),
        ({"annualContractValue": True}, "annualContractValue"),
        ({"contractStartDate": "tomorrow"}, "contractStartDate"),
        ({"contractStartDate": "2026-02-30"}, "contractStartDate"),
        ({"contractEndDate": "2020-01-01"}, "contractEndDate"),
        ({"tags": "a"}, "tags"),
        ({"metadata": [1]}, "metadata"),
        ({"activePolicies": 3, "totalPolicies": 2}, "activePolicies"),
        ({"leadId": "x"}, "leadId"),
        ({"nickname": "x"}, "nickname"),
        ({"healthScore": 5}, "healthScore"),
        ({"name": None}, "name"),
    ],
)
def test_bad_input_is_refused_by_its_field_and_nothing_is_written(mona_api, body, field):
    said = mona_api.refusal(422, "POST", "/customers", NEW | body)

    assert field in [error["field"] for error in said["errors"]]
    assert Customer.objects.count() == 0


def test_an_unknown_lead_is_refused(mona_api):
    mona_api.refusal(422, "POST", "/customers", NEW | {"leadId": str(uuid4())})


def test_an_external_id_is_taken_once(mona_api, acme):
    said = mona_api.refusal(409, "POST", "/customers", NEW | {"externalId": "C-1"})

    assert said["errors"][0]["field"] == "externalId"


@pytest.mark.parametrize("path", ["/customers/nonsense", "/customers/nonsense/profile"])
def test_a_malformed_id_is_named(mona_api, path):
    said = mona_api.refusal(422, "GET", path)

    assert said["errors"][0]["field"] == "customer_id"


def test_an_unknown_customer_is_not_found(mona_api):
    mona_api.refusal(404, "GET", f"/customers/{uuid4()}")
    mona_api.refusal(404, "PUT", f"/customers/{uuid4()}", {"name": "x"})


def test_a_change_for_an_old_version_is_refused(mona_api, acme, acme_path):
    mona_api.data("GET", acme_path)
    version = mona_api.last["ETag"]
    mona_api.data("PUT", acme_path, {"phone": "1"}, **{"If-Match": version})

    mona_api.refusal(412, "PUT", acme_path, {"phone": "2"}, **{"If-Match": version})

    acme.refresh_from_db()
    assert acme.phone == "1"


def test_a_batch_adds_changes_and_refuses_item_by_item(mona_api, acme):
    items = [
        NEW | {"externalId": "G-1"},
        {"externalId": "C-1", "phone": "777"},
        {"externalId": "C-1", "phone": "777"},
        {"externalId": "G-2", "name": ""},
    ]
    told = mona_api.data("POST", "/customers/batch", {"customers": items})

    assert [item["outcome"] for item in told] == ["created", "changed", "unchanged", "refused"]
    assert {error["field"] for error in told[3]["errors"]} >= {"name", "email"}
    acme.refresh_from_db()
    assert acme.phone == "777"
