"""Allowances, and bodies that are no bodies."""

import pytest

from tenure.customers.models import Customer

NEW = {"name": "Globex", "email": "hi@globex.example", "contractStartDate": "2026-01-31"}


def test_the_answer_tells_where_the_allowance_stands(api, mona):
    speaker = api(mona, hourly_requests=3)
    speaker.data("GET", "/customers")

    assert speaker.last["RateLimit-Policy"] == '"hour";q=3;w=3600'
    assert speaker.last["RateLimit"].startswith('"hour";r=2;t=')


def test_a_used_up_allowance_is_refused_until_the_hour_is_over(api, mona):
    speaker = api(mona, hourly_requests=2)
    for _ in range(2):
        speaker.data("GET", "/customers")

    speaker.refusal(429, "GET", "/customers")
    assert 0 < int(speaker.last["Retry-After"]) <= 3600


@pytest.mark.parametrize(("tier", "allowance"), [("MID_MARKET", 1000), ("SMALL_BUSINESS", 100)])
def test_a_customers_own_token_has_the_allowance_of_its_tier(api, acme, carl, tier, allowance):
    Customer.objects.update(tier=tier)
    acme.stakeholders.create(name="Carl", person=carl)
    speaker = api(carl)
    speaker.send("GET", "/customers")

    assert speaker.last["RateLimit-Policy"] == f'"hour";q={allowance};w=3600'


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b'{"name": "\xff"}', 400),
        (b'{"name": NaN}', 400),
        (b'{"a": 1e999}', 400),
        (b"[" * 100_000 + b"]" * 100_000, 400),
        (b'{"metadata": ' + b'{"a":' * 150 + b"1" + b"}" * 151, 400),
        (b"[]", 400),
        (b'"text"', 400),
        (b"null", 400),
        (b'{"name": "a\\u0000b"}', 400),
        (b'{"metadata": {"a": "\\u0000"}}', 400),
        (b"", 422),
        (b'{"name": "' + b"x" * 1024 * 1024 + b'"}', 413),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(mona_api, body, status):
    mona_api.refusal(status, "POST", "/customers", body)

    assert Customer.objects.count() == 0


def test_another_content_type_is_refused(mona_api, client):
    answer = client.generic(
        "POST", "/api/v1/customer-success/customers", b"name=x",
        content_type="application/x-www-form-urlencoded",
        headers={"Authorization": f"Bearer {mona_api.token}"},
    )  # fmt: skip

    assert answer.status_code == 415


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nowhere", 404), ("PATCH", "/customers", 405), ("DELETE", "/statistics", 405)],
)
def test_what_does_not_exist_is_said_as_a_problem(mona_api, method, path, status):
    mona_api.refusal(status, method, path)
