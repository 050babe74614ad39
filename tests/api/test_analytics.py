"""Figures over all customers: exact, and equal to a slow computation over every row."""

from decimal import ROUND_HALF_UP, Decimal

import pytest

from tenure.advocacy.models import AdvocacyActivity
from tenure.customers.models import CurrentHealth, Customer, SuccessProfile
from tenure.customers.words import CustomerStatus
from tenure.health.entering import record_score
from tenure.programme.words import Tier
from tests.api.gathering import gather
from tests.moments import NOON

SEEDS = [1, 7, 2026]


def mean(values, places: int):
    """As the contract rounds: a half goes away from zero; None of nothing."""
    known = [Decimal(str(value)) for value in values if value is not None]
    if not known:
        return None
    step = Decimal(1).scaleb(-places)
    return float((sum(known) / len(known)).quantize(step, ROUND_HALF_UP))


def share(part: int, whole: int):
    return mean([100 * Decimal(part) / whole], 2) if whole else None


@pytest.fixture(params=SEEDS)
def crowd(request, mona):
    gather(request.param, mona)


def test_statistics_equal_a_slow_computation(crowd, mona_api):
    rows = list(Customer.objects.select_related("current_health", "success_profile"))
    here = [row for row in rows if row.status in ("ACTIVE", "ONBOARDING")]
    profiles = [row.success_profile for row in here]

    assert mona_api.data("GET", "/statistics") == {
        "totalCustomers": len(here),
        "customersByTier": {t.value: sum(row.tier == t for row in here) for t in Tier},
        "customersByStatus": {s.value: sum(r.status == s for r in rows) for s in CustomerStatus},
        "averageHealthScore": mean([row.current_health.score for row in here], 0),
        "totalAnnualRevenue": float(sum(row.annual_contract_value for row in here)),
        "totalLifetimeValue": float(sum(row.lifetime_value for row in here)),
        "atRiskCustomers": sum(row.status == "AT_RISK" for row in rows),
        "churnedCustomers": sum(row.status == "CHURNED" for row in rows),
        "customersOnboarding": sum(row.status == "ONBOARDING" for row in rows),
        "averageAdoptionRate": mean([profile.adoption_percent for profile in profiles], 2),
        "averageNPS": mean([profile.latest_nps for profile in profiles], 2),
        "averageCSAT": mean([profile.latest_csat for profile in profiles], 2),
    }


def test_onboarding_metrics_equal_a_slow_computation(crowd, mona_api):
    begun = list(SuccessProfile.objects.filter(onboarding_status__in=["IN_PROGRESS", "COMPLETED"]))
    done = [profile for profile in begun if profile.onboarding_status == "COMPLETED"]
    spans = [
        p.onboarding_ends_on and (p.onboarding_ends_on - p.onboarding_starts_on).days for p in begun
    ]

    assert mona_api.data("GET", "/onboarding-metrics") == {
        "totalOnboarding": len(begun),
        "completedOnboarding": len(done),
        "averageTimeToValue": mean([profile.time_to_value_days for profile in done], 2),
        "averageOnboardingDuration": mean(spans, 2),
        "trainingCompletionRate": share(sum(p.training_completed for p in begun), len(begun)),
        "onboardingSuccessRate": share(len(done), len(begun)),
    }


def test_advocacy_metrics_equal_a_slow_computation(crowd, mona_api):
    rows = list(AdvocacyActivity.objects.select_related("customer"))
    done = [row for row in rows if row.status == "COMPLETED"]
    ended = [row for row in rows if row.has_ended]

    assert mona_api.data("GET", "/advocacy-metrics") == {
        "totalAdvocates": len({r.customer_id for r in done if r.customer.status == "ACTIVE"}),
        "caseStudiesPublished": sum(row.activity_type == "CASE_STUDY" for row in done),
        "testimonialsCollected": sum(row.activity_type == "TESTIMONIAL" for row in done),
        "referenceCallsCompleted": sum(row.activity_type == "REFERENCE_CALL" for row in done),
        "advocacyActivitiesInProgress": sum(row.status == "IN_PROGRESS" for row in rows),
        "advocacySuccessRate": share(len(done), len(ended)),
    }


def alerts_of(now: CurrentHealth) -> set[str]:
    before = now.previous_score
    holds = {
        "SIGNIFICANT_DROP": before is not None and before - now.score > 10,
        "BELOW_THRESHOLD": now.score < 60 and (before is None or before >= 60),
        "RED_ZONE": now.score < 40,
    }
    return {kind for kind, is_so in holds.items() if is_so}


def test_alerts_equal_a_slow_computation(crowd, mona_api):
    known = CurrentHealth.objects.exclude(score=None).exclude(customer__status="CHURNED")
    wanted = {(str(now.customer_id), kind) for now in known for kind in alerts_of(now)}

    found = mona_api.data("GET", "/health-alerts")
    assert {(alert["customerId"], alert["alertType"]) for alert in found} == wanted
    assert len(found) == len(wanted)


def test_alerts_and_opportunities_of_one_csm(api, mona, alice, acme):
    record_score(customer=acme, fields={"score": 30}, by=mona, at=NOON)
    speaker = api(mona)

    (first, second) = speaker.data("GET", f"/health-alerts?csmId={alice.id}")
    assert (first["alertType"], second["alertType"]) == ("BELOW_THRESHOLD", "RED_ZONE")
    assert (first["previousScore"], first["csmEmail"]) == (None, alice.email)
    assert speaker.data("GET", f"/health-alerts?csmId={mona.id}") == []


def test_a_customer_near_the_next_tier_is_an_opportunity(mona_api, acme, mona):
    Customer.objects.update(annual_contract_value=90_000)
    record_score(customer=acme, fields={"score": 85}, by=mona, at=NOON)

    (found,) = mona_api.data("GET", "/expansion-opportunities")
    assert (found["currentTier"], found["potentialTier"]) == ("MID_MARKET", "ENTERPRISE")
    assert (found["estimatedAdditionalRevenue"], found["probability"]) == (10_000, 0.7)
    assert found["reason"] == "Pays $90,000 a year; Enterprise begins at $100,000."


def test_alerts_and_opportunities_may_be_the_first_few(crowd, mona_api):
    for path in ("/health-alerts", "/expansion-opportunities"):
        everything = mona_api.data("GET", path)

        assert mona_api.data("GET", f"{path}?limit=2") == everything[:2]
        mona_api.refusal(422, "GET", f"{path}?limit=0")
