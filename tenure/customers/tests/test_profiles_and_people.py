"""The success profile, the map of people at the customer, and the last contact."""

from datetime import date, timedelta

import pytest

from tenure.customers import actions
from tenure.customers.models import Stakeholder, SuccessProfile
from tenure.customers.words import StakeholderRole
from tenure.foundation.audit.models import Change, Deed
from tenure.foundation.refusals import Invalid
from tests.moments import NOON, TODAY


@pytest.fixture
def zoe(acme, alice):
    """Acme's champion."""
    return actions.add_stakeholder(
        customer=acme, name="Zoe", role=StakeholderRole.CHAMPION, email="zoe@acme.example",
        arrived_on=date(2026, 1, 5), by=alice, at=NOON,
    )  # fmt: skip


def change(acme, alice, **changes):
    actions.change_profile(customer=acme, changes=changes, by=alice, at=NOON)


def test_the_profile_changes_what_is_named_and_nothing_else(acme, alice):
    change(acme, alice, primary_objective="More leads", total_users=40)

    profile = SuccessProfile.objects.get()
    assert (profile.primary_objective, profile.total_users) == ("More leads", 40)
    assert profile.csm == alice


def test_a_change_of_the_profile_is_told_before_and_after(acme, alice):
    change(acme, alice, total_users=40)

    deed = Deed.objects.get(code="profile.changed")
    told = Change.objects.get(deed_id=deed.id)
    assert (deed.customer_id, told.before, told.after) == (
        acme.id, {"total_users": 0}, {"total_users": 40},
    )  # fmt: skip


@pytest.mark.parametrize(
    "changes",
    [
        {"latest_nps": -101},
        {"adoption_percent": 101},
        {"users_trained": 5, "total_users": 4},
        {"onboarding_status": "LOST"},
    ],
)
def test_a_profile_that_cannot_be_is_refused_and_stays(changes, acme, alice):
    with pytest.raises(Invalid) as refusal:
        change(acme, alice, **changes)

    assert set(refusal.value.fields) == set(changes)
    assert not Deed.objects.filter(code="profile.changed").exists()


def test_a_change_over_somebody_elses_is_refused(acme, alice):
    seen_at = SuccessProfile.objects.get().updated_at
    change(acme, alice, total_users=40)

    with pytest.raises(actions.ChangedMeanwhile):
        actions.change_profile(
            customer=acme, changes={"total_users": 7}, seen_at=seen_at, by=alice, at=NOON
        )

    assert SuccessProfile.objects.get().total_users == 40


def test_somebody_at_the_customer_has_a_role_and_is_there(zoe, acme):
    kept = Stakeholder.objects.get()

    assert (kept.customer, kept.name, kept.role, kept.has_left) == (acme, "Zoe", "CHAMPION", False)
    assert Deed.objects.get(code="stakeholder.added").details == {
        "subject": "Zoe",
        "customer": "Acme",
    }


def test_who_left_stays_on_the_map_crossed_out(zoe, alice):
    actions.note_departure(stakeholder=zoe, left_on=TODAY, by=alice, at=NOON)

    assert Stakeholder.objects.get().has_left
    assert not Stakeholder.objects.present().exists()
    assert Deed.objects.get(code="stakeholder.left").details["subject"] == "Zoe"


def test_nobody_leaves_before_arriving(zoe, alice):
    with pytest.raises(Invalid, match="This person left before arriving"):
        actions.note_departure(stakeholder=zoe, left_on=date(2026, 1, 4), by=alice, at=NOON)

    assert Stakeholder.objects.get().left_on is None


def test_a_departure_does_not_take_back_what_somebody_changed_meanwhile(zoe, alice):
    Stakeholder.objects.filter(id=zoe.id).update(title="Head of sales")

    actions.note_departure(stakeholder=zoe, left_on=TODAY, by=alice, at=NOON)

    assert Stakeholder.objects.get().title == "Head of sales"


def test_a_contact_is_noted_and_hinders_nobody_who_edits(acme, alice):
    seen_at = acme.updated_at
    later = NOON + timedelta(hours=1)

    actions.note_contact(customer=acme, by=alice, at=later)
    actions.change_customer(
        customer=acme, changes={"phone": "555"}, seen_at=seen_at, by=alice, at=later
    )

    acme.refresh_from_db()
    assert (acme.last_contact_at, acme.phone) == (later, "555")
    assert Deed.objects.get(code="customer.contacted").details == {"subject": "Acme"}
