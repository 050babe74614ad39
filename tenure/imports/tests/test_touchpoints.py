"""Files of touchpoints: what is taken, what is refused, and what it says of the last contact."""

from datetime import UTC, datetime

import pytest

from tenure.customers.models import Customer
from tenure.work.models import Touchpoint

HEADER = "external_id,customer_external_id,kind,subject,happened_at,planned_on,owner_email\n"
HELD = "W-1,C-1,CALL,Status,2026-01-05 12:00,,\n"
FIFTH = datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.fixture
def one(bring_in, acme):
    bring_in(HEADER + HELD)


def last_contact():
    return Customer.objects.get().last_contact_at


@pytest.mark.parametrize(
    ("row", "field", "words"),
    [
        ("W-2,C-9,CALL,Status,2026-01-05,,", "customer_external_id", "no customer with this"),
        ("W-2,C-1,PIGEON,Status,2026-01-05,,", "kind", "PIGEON"),
        ("W-2,C-1,CALL,,2026-01-05,,", "subject", ""),
        ("W-2,C-1,CALL,Status,2999-01-05,,", "happened_at", "This time has not come yet"),
        ("W-2,C-1,CALL,Status,,,", "planned_on", "Say when it took place, or for which day"),
        ("W-2,C-1,CALL,Status,2026-01-05,,no@x.example", "owner_email", "Nobody here has this"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(bring_in, acme, row, field, words):
    outcome = bring_in(f"{HEADER}{HELD}{row}\n")

    assert (outcome.created, outcome.refused) == (1, 1)
    (refusal,) = outcome.refusals
    assert (refusal.line, refusal.field) == (3, field)
    assert words in refusal.reason
    assert Touchpoint.objects.get().external_id == "W-1"


def test_a_time_makes_it_held_and_a_day_alone_planned(bring_in, one):
    bring_in(f"{HEADER}W-2,C-1,MEETING,Ahead,,2999-01-05,\n")

    found = dict(Touchpoint.objects.values_list("external_id", "state"))
    assert found == {"W-1": "HELD", "W-2": "PLANNED"}


@pytest.mark.parametrize(
    ("told", "field"),
    [("MISSED,2026-01-05,", "happened_at"), ("HELD,,2026-01-05", "happened_at")],
)
def test_a_state_that_contradicts_its_time_is_refused(bring_in, acme, told, field):
    header = "external_id,customer_external_id,kind,subject,state,happened_at,planned_on\n"
    outcome = bring_in(f"{header}W-2,C-1,CALL,Status,{told}\n")

    assert [refusal.field for refusal in outcome.refusals] == [field]
    assert not Touchpoint.objects.exists()


def test_what_was_held_is_missed_after_all_without_a_column_of_times(bring_in, one):
    header = "external_id,customer_external_id,kind,subject,state,planned_on\n"

    assert bring_in(f"{header}W-1,C-1,CALL,Status,MISSED,2026-01-05\n").changed == 1
    found = Touchpoint.objects.get()
    assert (found.state, found.happened_at) == ("MISSED", None)


def test_a_file_without_times_and_states_keeps_them(bring_in, one):
    header = "external_id,customer_external_id,kind,subject,planned_on\n"

    assert bring_in(f"{header}W-1,C-1,CALL,Price,2026-01-04\n").changed == 1
    found = Touchpoint.objects.get()
    assert (found.state, found.happened_at, found.subject) == ("HELD", FIFTH, "Price")


def test_the_last_contact_moves_on_by_calls_and_not_by_notes_or_older_ones(bring_in, one):
    assert last_contact() == FIFTH
    bring_in(HEADER + "W-2,C-1,NOTE,x,2026-02-01,,\nW-3,C-1,CALL,x,2026-01-02,,\n")
    assert last_contact() == FIFTH

    bring_in(HEADER + "W-4,C-1,MAIL,x,2026-01-07 12:00,,\n")
    assert last_contact() == FIFTH.replace(day=7)


def test_trying_a_file_keeps_nothing(bring_in, acme):
    assert bring_in(HEADER + HELD, only_try=True).created == 1

    assert not Touchpoint.objects.exists()
    assert last_contact() is None
