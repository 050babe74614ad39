"""Scores set by hand end: by somebody, by the clock, and at the next scoring."""

from datetime import timedelta

import pytest

from tenure.foundation.audit.models import Deed
from tenure.foundation.refusals import Conflict
from tenure.health import jobs, overriding
from tenure.health.actions import score_all_customers
from tenure.health.tests.set_scores import (
    COMPUTED,
    IN_TEN_DAYS,
    LATER,
    NEAR,
    SET,
    set_to,
    shown,
)


def test_ending_it_brings_the_computed_score_back(acme, alice, override):
    overriding.end_override(override=override, reason="They left", by=alice, at=LATER)

    override.refresh_from_db()
    assert shown(acme) == COMPUTED
    assert (override.ended_at, override.ended_by, override.ended_reason) == (
        LATER, "Alice", "They left",
    )  # fmt: skip


def test_the_job_ends_what_has_expired_and_nothing_else(acme, alice, override):
    assert overriding.expire_overrides(by=alice, at=IN_TEN_DAYS - timedelta(seconds=1)) == 0
    assert shown(acme) == SET

    assert overriding.expire_overrides(by=alice, at=IN_TEN_DAYS) == 1

    override.refresh_from_db()
    assert shown(acme) == NEAR
    assert override.ended_at == IN_TEN_DAYS


def test_the_job_is_told_the_time(acme, override):
    jobs.expire_overrides(int(IN_TEN_DAYS.timestamp()))

    override.refresh_from_db()
    assert override.ended_by == "Expiry of scores set by hand"


def test_a_scoring_run_lets_go_what_has_expired_before_the_job_does(acme, alice, override):
    score_all_customers(by=alice, at=IN_TEN_DAYS)

    assert shown(acme) == NEAR


def test_a_customer_without_a_score_gets_one_and_loses_it_again(acme, alice):
    override = set_to(acme, alice)
    assert shown(acme) == (75, None, "GOOD", "LOW", IN_TEN_DAYS)

    overriding.end_override(override=override, by=alice, at=LATER)

    assert shown(acme) == (None, None, None, "LOW", None)


def test_what_ended_does_not_end_twice(acme, alice, override):
    overriding.end_override(override=override, by=alice, at=LATER)

    with pytest.raises(Conflict, match="does not hold any more"):
        overriding.end_override(override=override, by=alice, at=LATER)


def test_the_trail_tells_it(acme, alice, override):
    overriding.end_override(override=override, by=alice, at=LATER)

    codes = Deed.objects.filter(customer_id=acme.id, code__startswith="health_override")
    assert [*codes.order_by("at").values_list("code", "by_name")] == [
        ("health_override.started", "Alice"), ("health_override.ended", "Alice"),
    ]  # fmt: skip
