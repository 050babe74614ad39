"""Touchpoints: planned, held, written down, counted against what a tier is promised."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tenure.foundation.refusals import Invalid
from tenure.programme.words import Tier, TouchpointKind
from tenure.work import actions
from tenure.work.actions import PlannedTouchpoint
from tenure.work.actions.touchpoints import NotPlanned
from tenure.work.models import Touchpoint
from tenure.work.queries import kept_in
from tenure.work.words import Origin
from tests.moments import NOON, TODAY


def log(acme, alice, **fields):
    told = {"kind": TouchpointKind.CALL, "subject": "How it goes"} | fields
    return actions.log_touchpoint(customer=acme, fields=told, by=alice, at=NOON)


@pytest.fixture
def planned(acme, alice):
    one = PlannedTouchpoint(key="kickoff", kind=TouchpointKind.MEETING, subject="Kickoff", on=TODAY)
    told = {"customer": acme, "origin": Origin.ONBOARDING, "by": alice, "at": NOON}
    (made,) = actions.plan_touchpoints(touchpoints=[one], **told)
    assert actions.plan_touchpoints(touchpoints=[one], **told) == []
    return made


def test_a_call_moves_the_last_contact_and_a_note_does_not(acme, alice):
    log(acme, alice, happened_at=NOON - timedelta(days=2))
    log(acme, alice, kind=TouchpointKind.NOTE)

    acme.refresh_from_db()
    assert acme.last_contact_at == NOON - timedelta(days=2)


def test_an_older_one_does_not_take_the_last_contact_back(acme, alice):
    log(acme, alice)
    log(acme, alice, happened_at=NOON - timedelta(days=9))

    acme.refresh_from_db()
    assert acme.last_contact_at == NOON


def test_what_is_ahead_is_planned_and_not_written_down(acme, alice):
    with pytest.raises(Invalid) as refusal:
        log(acme, alice, happened_at=NOON + timedelta(hours=1))

    assert set(refusal.value.fields) == {"happened_at"}
    assert not Touchpoint.objects.exists()


def test_a_planned_one_is_held_once(planned, alice):
    held = actions.hold_touchpoint(touchpoint=planned, notes="All came", by=alice, at=NOON)
    assert (held.state, held.happened_at, held.owner) == ("HELD", NOON, alice)

    with pytest.raises(NotPlanned):
        actions.end_touchpoint(touchpoint=planned, was_missed=True, by=alice, at=NOON)


def test_one_that_was_missed_counts_for_nothing(planned, acme, alice):
    actions.end_touchpoint(touchpoint=planned, was_missed=True, by=alice, at=NOON)

    assert kept_in(TODAY, {acme.id: Tier.SMALL_BUSINESS})[acme.id].held == 0


@pytest.mark.parametrize(
    ("tier", "calls", "kept"),
    [
        (Tier.SMALL_BUSINESS, 1, False),
        (Tier.SMALL_BUSINESS, 2, True),
        (Tier.ENTERPRISE, 7, False),
        (Tier.TRIAL, 0, None),
    ],
)
def test_a_month_keeps_the_promise_of_the_tier_or_not(acme, alice, tier, calls, kept):
    for _ in range(calls):
        log(acme, alice)
    log(acme, alice, kind=TouchpointKind.NOTE)
    log(acme, alice, happened_at=datetime(2026, 10, 31, 23, 59, tzinfo=UTC))

    assert kept_in(date(2026, 11, 1), {acme.id: tier})[acme.id].is_kept is kept


def test_the_year_ends_with_december(acme, alice):
    log(acme, alice, happened_at=datetime(2025, 12, 31, 23, tzinfo=UTC))

    assert kept_in(date(2025, 12, 5), {acme.id: Tier.ENTERPRISE})[acme.id].held == 1
    assert kept_in(date(2026, 1, 5), {acme.id: Tier.ENTERPRISE})[acme.id].held == 0
