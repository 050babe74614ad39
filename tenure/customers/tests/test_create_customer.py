"""Adding a customer: what it comes with, and what is refused."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tenure.customers import actions
from tenure.customers.models import CurrentHealth, Customer, SuccessProfile
from tenure.foundation.audit.models import Change, Deed
from tenure.foundation.refusals import Conflict, Invalid
from tests.moments import NOON, TODAY


def create(by, csm=None, profile=None, **fields):
    return actions.create_customer(
        fields={"name": "Globex"} | fields, profile=profile, csm=csm, by=by, at=NOON
    )


def test_it_comes_with_a_profile_and_a_place_for_its_health(mona, alice):
    globex = create(mona, csm=alice, profile={"primary_objective": "More leads"})

    profile = SuccessProfile.objects.get(customer=globex)
    assert (profile.csm, profile.primary_objective) == (alice, "More leads")
    health = CurrentHealth.objects.get(customer=globex)
    assert (health.score, health.level) == (None, None)


def test_without_days_it_begins_now(mona):
    globex = create(mona)

    assert (globex.contract_starts_on, globex.customer_since) == (TODAY, NOON)
    assert globex.created_at == NOON


def test_days_that_are_known_are_kept(mona):
    since = datetime(2020, 1, 2, tzinfo=UTC)

    globex = create(mona, contract_starts_on=date(2021, 5, 1), customer_since=since)

    assert (globex.contract_starts_on, globex.customer_since) == (date(2021, 5, 1), since)


@pytest.mark.parametrize(
    "value, tier",
    [
        (None, "TRIAL"),
        (0, "TRIAL"),
        (4_999, "TRIAL"),
        (5_000, "SMALL_BUSINESS"),
        (25_000, "MID_MARKET"),
        (99_999, "MID_MARKET"),
        (100_000, "ENTERPRISE"),
    ],
)
def test_without_a_tier_the_value_decides_it(value, tier, mona):
    told = {} if value is None else {"annual_contract_value": Decimal(value)}

    globex = create(mona, **told)

    assert (globex.tier, globex.tier_follows_value) == (tier, True)


@pytest.mark.parametrize(
    ("value", "users", "tier"),
    [
        (0, None, "TRIAL"),  # nobody knows how many
        (0, 0, "TRIAL"),  # nobody was counted: the profile's zero is unknown too
        (0, 3, "TRIAL"),
        (0, 4, "SMALL_BUSINESS"),
        (10_000, 10, "SMALL_BUSINESS"),
        (10_000, 11, "MID_MARKET"),
        (10_000, 101, "ENTERPRISE"),
        (200_000, 3, "ENTERPRISE"),
    ],
)
def test_without_a_tier_it_has_room_for_the_users_that_are_known(value, users, tier, mona):
    profile = {} if users is None else {"total_users": users}

    globex = create(mona, profile=profile, annual_contract_value=Decimal(value))

    assert (globex.tier, globex.tier_follows_value) == (tier, True)


def test_a_tier_that_somebody_chose_does_not_follow_the_value(mona):
    globex = create(mona, tier="ENTERPRISE", annual_contract_value=Decimal(10))

    assert (globex.tier, globex.tier_follows_value) == ("ENTERPRISE", False)


def test_it_is_one_deed_with_all_its_rows(mona, alice):
    globex = create(mona, csm=alice)

    deed = Deed.objects.get(code="customer.created")
    assert (deed.by_name, deed.customer_id, deed.details) == (
        "Mona", globex.id, {"subject": "Globex"},
    )  # fmt: skip
    kinds = Change.objects.filter(deed_id=deed.id).values_list("subject_type", flat=True)
    assert sorted(kinds) == ["customers.customer", "customers.successprofile"]


def nothing_happened():
    deeds = Deed.objects.filter(code="customer.created")
    return not Customer.objects.exists() and not deeds.exists()


@pytest.mark.parametrize(
    "fields, named",
    [
        ({"name": ""}, "name"),
        ({"name": "G" * 201}, "name"),
        ({"email": "nowhere"}, "email"),
        ({"annual_contract_value": Decimal(-1)}, "annual_contract_value"),
        ({"tier": "GOLD"}, "tier"),
        ({"employee_count": 0}, "employee_count"),
    ],
)
def test_what_cannot_be_is_refused_by_name(fields, named, mona):
    with pytest.raises(Invalid) as refusal:
        create(mona, **fields)

    assert list(refusal.value.fields) == [named]
    assert nothing_happened()


def test_a_profile_that_cannot_be_takes_the_customer_along(mona):
    with pytest.raises(Invalid, match="NPS lies between -100 and 100"):
        create(mona, profile={"latest_nps": 101})

    assert nothing_happened()


def test_an_id_of_another_system_is_given_once(acme, mona):
    with pytest.raises(Conflict, match="Another customer already has this external id"):
        create(mona, external_id="C-1")

    assert Customer.objects.get() == acme


@pytest.mark.parametrize("who", ["erin", "carl"])
def test_who_looks_after_no_customers_gets_none(who, mona, request):
    with pytest.raises(actions.HasNoBook) as refusal:
        create(mona, csm=request.getfixturevalue(who))

    assert refusal.value.fields == {"csm": f"{who.title()} does not look after customers."}
    assert nothing_happened()
