"""The API's description is true, and does not break those who read it before."""

import json
from pathlib import Path

import jsonschema_rs
import pytest

from tenure.project.api.document import described

DOCS = Path(__file__).resolve().parents[2] / "docs" / "api"
ROUTES = """
GET /customers; POST /customers; GET /customers/{customer_id}; PUT /customers/{customer_id}
DELETE /customers/{customer_id}; GET /customers/{customer_id}/profile
PUT /customers/{customer_id}/profile; GET /customers/{customer_id}/health-scores
POST /customers/{customer_id}/health-scores; POST /customers/{customer_id}/health-scores/calculate
GET /customers/{customer_id}/success-plans; GET /success-plans/{plan_id}
POST /customers/{customer_id}/success-plans; PUT /success-plans/{plan_id}
POST /success-plans/{plan_id}/milestones; PUT /success-plans/{plan_id}/milestones/{milestone_id}
GET /customers/{customer_id}/business-reviews; POST /customers/{customer_id}/business-reviews
PUT /business-reviews/{review_id}; GET /customers/{customer_id}/advocacy-activities
POST /customers/{customer_id}/advocacy-activities; PUT /advocacy-activities/{activity_id}
GET /statistics; GET /onboarding-metrics; GET /advocacy-metrics; GET /expansion-opportunities
GET /health-alerts
"""


@pytest.fixture(scope="module")
def document():
    return json.loads(described())


def routes(document) -> set[str]:
    return {
        f"{method.upper()} {path.removeprefix('/api/v1/customer-success')}"
        for path, methods in document["paths"].items()
        for method in methods
    }


def test_the_27_routes_of_the_contract_are_there(document):
    wanted = {route.strip() for line in ROUTES.strip().splitlines() for route in line.split(";")}

    assert len(wanted) == 27
    assert wanted <= routes(document)


def test_the_description_in_the_repository_is_the_apis_own():
    """After a change of the API: .venv/bin/python bin/openapi.py"""
    assert (DOCS / "openapi.json").read_text() == described()


def test_every_route_is_guarded_and_says_so(document):
    for methods in document["paths"].values():
        for operation in methods.values():
            assert operation["security"] == [{"Token": []}, {"Session": []}]
            assert {"401", "403", "422", "429"} <= operation["responses"].keys()


def broken(released, now) -> list[str]:
    """What a client of the released description would miss, or could not send any more."""
    found = [f"{route} is gone" for route in sorted(routes(released) - routes(now))]
    shapes = now["components"]["schemas"]
    for name, shape in released["components"]["schemas"].items():
        current = shapes.get(name)
        if current is None:
            continue
        lost = shape.get("properties", {}).keys() - current.get("properties", {}).keys()
        demanded = set(current.get("required", ())) - set(shape.get("required", ()))
        is_sent = name.startswith("New") or name.endswith("Changes")
        found += [f"{name}.{field} is gone" for field in sorted(lost)]
        found += [f"{name}.{field} is now required" for field in sorted(demanded) if is_sent]
    return found


def test_nothing_that_was_released_is_broken(document):
    assert broken(json.loads((DOCS / "released.json").read_text()), document) == []


def test_a_breaking_change_would_be_found(document):
    changed = json.loads(json.dumps(document))
    del changed["components"]["schemas"]["Customer"]["properties"]["email"]
    changed["components"]["schemas"]["NewCustomer"]["required"].append("phone")
    changed["paths"].pop("/api/v1/customer-success/statistics")

    assert broken(document, changed) == [
        "GET /statistics is gone", "Customer.email is gone", "NewCustomer.phone is now required",
    ]  # fmt: skip


def test_every_example_is_true_to_its_schema(document):
    bodies = [
        content
        for methods in document["paths"].values()
        for operation in methods.values()
        for body in (operation.get("requestBody", {}), *operation["responses"].values())
        for content in body.get("content", {}).values()
    ]

    assert len(bodies) > 200
    for body in bodies:
        schema = body["schema"] | {"components": document["components"]}
        jsonschema_rs.validator_for(schema, validate_formats=True).validate(body["example"])
