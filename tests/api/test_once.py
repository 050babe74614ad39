"""Idempotency-Key: a thing is done once, however often it is asked for."""

import pytest

from tenure.customers.models import Customer
from tenure.foundation.audit.models import Deed

NEW = {"name": "Globex", "email": "hi@globex.example", "contractStartDate": "2026-01-31"}
KEY = {"Idempotency-Key": "order-1"}


def test_the_same_request_again_is_answered_with_the_first_answer(mona_api):
    first = mona_api.send("POST", "/customers", NEW, **KEY)
    second = mona_api.send("POST", "/customers", NEW, **KEY)

    assert (second.status_code, second.content) == (201, first.content)
    assert second["ETag"] == first["ETag"]
    assert second["Idempotent-Replayed"] == "true"
    assert Customer.objects.count() == 1
    assert Deed.objects.filter(code="customer.created").count() == 1


def test_another_body_under_the_same_key_is_a_conflict(mona_api):
    mona_api.data("POST", "/customers", NEW, **KEY)

    mona_api.refusal(409, "POST", "/customers", NEW | {"name": "Other"}, **KEY)
    assert Customer.objects.count() == 1


def test_keys_of_different_people_do_not_meet(api, mona, alice):
    api(mona).data("POST", "/customers", NEW, **KEY)
    api(alice).data("POST", "/customers", NEW, **KEY)

    assert Customer.objects.count() == 2


def test_a_refused_request_may_be_mended_under_the_same_key(mona_api):
    mona_api.refusal(422, "POST", "/customers", NEW | {"contractEndDate": "2020-01-01"}, **KEY)

    mona_api.data("POST", "/customers", NEW, **KEY)
    assert Customer.objects.count() == 1


@pytest.mark.parametrize("key", ["", "x" * 256, "a\tb"])
def test_a_key_that_is_none_is_refused(mona_api, key):
    mona_api.refusal(422, "POST", "/customers", NEW, **{"Idempotency-Key": key})


def test_without_a_key_every_request_counts(mona_api):
    mona_api.data("POST", "/customers", NEW)
    mona_api.data("POST", "/customers", NEW)

    assert Customer.objects.count() == 2
