"""What the customers of a book are promised in a month, and which of them had it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tenure.customers import actions as customers
from tenure.customers.words import ChurnReason
from tenure.foundation.web.templatetags.saying import today
from tenure.programme.words import Tier
from tenure.work import actions
from tenure.work.books import kept_in_book
from tests.moments import NOON, TODAY


@pytest.fixture
def add(alice):
    """Adds a customer of a tier to Alice's book, with so many calls this month."""

    def added(name, tier, calls=0, csm=alice, at=NOON):
        fields = {"name": name, "tier": tier}
        made = customers.create_customer(fields=fields, csm=csm, by=alice, at=at)
        for _ in range(calls):
            told = {"kind": "CALL", "subject": "x"}
            actions.log_touchpoint(customer=made, fields=told, by=alice, at=at)
        return made

    return added


def test_whoever_had_all_of_it_is_kept_and_the_most_is_owed_to_the_first(add, alice, bob):
    add("Kept", Tier.SMALL_BUSINESS, calls=2)
    add("Little", Tier.SMALL_BUSINESS, calls=1)
    add("Much", Tier.SMALL_BUSINESS)
    add("Trial", Tier.TRIAL)
    add("Of another", Tier.SMALL_BUSINESS, csm=bob)

    found = kept_in_book(TODAY, alice)
    assert (found.kept, found.promised) == (1, 3)
    assert [(one.name, one.missing) for one in found.owed] == [("Much", 2), ("Little", 1)]


def test_another_month_counts_for_itself(add, alice):
    add("Kept", Tier.SMALL_BUSINESS, calls=2)

    assert kept_in_book(TODAY.replace(month=10), alice).kept == 0


def test_who_left_is_owed_nothing(add, alice):
    gone = add("Gone", Tier.SMALL_BUSINESS)
    customers.end_customer(
        customer=gone, churned_on=TODAY - timedelta(days=1), reason=ChurnReason.PRICE, feedback="",
        by=alice, at=NOON,
    )  # fmt: skip

    assert kept_in_book(TODAY, alice).promised == 0


def test_the_list_of_ones_own_tasks_says_who_is_next(client, add, alice, mona):
    add("Next", Tier.SMALL_BUSINESS, calls=1, at=timezone.now())
    client.force_login(alice)
    page = client.get("/tasks/").content.decode()
    assert f"Touchpoints in {today():%B}" in page
    assert "Next</a>" in page
    assert "1 of 2" in page

    assert "Touchpoints in" not in client.get("/tasks/?owner=all").content.decode()
    client.force_login(mona)
    assert "Touchpoints in" not in client.get("/tasks/").content.decode()
