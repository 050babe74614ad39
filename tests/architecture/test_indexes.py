"""Every question that clients ask of many rows is answered from an index, and from which."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction
from django.db.models.functions import Lower

from tenure.advocacy.models import AdvocacyActivity
from tenure.customers.models import CurrentHealth, Customer, SuccessProfile
from tenure.health.models import HealthScore, Override, Pulse, ReportedReading
from tenure.plans.models import Milestone, SuccessPlan
from tenure.reviews.models import BusinessReview, PlannedReview
from tests.architecture.explained import indexes_of, plan_of, tables_read_whole
from tests.architecture.filled import fill
from tests.architecture.of_requests import OF_REQUESTS

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
CUSTOMERS, SCORES_EACH, PAGE = 20_000, 5, 20


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker):
    """The filled house, for all questions here; it is taken back and swept at the end."""
    with django_db_blocker.unblock():
        with transaction.atomic():
            fill(CUSTOMERS, SCORES_EACH)
            yield
            transaction.set_rollback(True)
        with connection.cursor() as cursor:
            cursor.execute("vacuum analyze")


DAY, NEXT_DAY = date(2026, 12, 20), date(2026, 12, 22)
THEN, LATER = datetime(2024, 12, 31, 20, tzinfo=UTC), datetime(2024, 12, 31, 21, tzinfo=UTC)
# A filter of the customers, with a value that few have, and the index that finds those.
FILTERS = {
    "status": ({"status": "AT_RISK"}, "customers_by_status_and_tier"),
    "tier": ({"tier": "STRATEGIC"}, "customers_by_tier"),
    "status and tier": (
        {"status": "AT_RISK", "tier": "ENTERPRISE"}, "customers_by_status_and_tier",
    ),
    "churnRiskLevel": ({"current_health__churn_risk": "CRITICAL"}, "customers_by_risk"),
    "health level": ({"current_health__level": "NONE"}, "customers_by_level"),
    # PostgreSQL 18 may skip over the risks of customers_by_risk instead: it has the score too.
    "healthScoreMin and Max": (
        {"current_health__score__range": (10, 10)}, "customers_by_health or customers_by_risk",
    ),
    "csmId": ({"success_profile__csm__email": "csm7@bench.example"}, "profiles_of_a_csm"),
    "onboardingStatus": (
        {"success_profile__onboarding_status": "BLOCKED"}, "profiles_by_onboarding",
    ),
    "search": ({"search_text__contains": "c4711.exam"}, "customers_by_words"),
    "customerSinceFrom and To": ({"customer_since__range": (THEN, LATER)}, "customers_by_seniority"),
    "contractRenewalFrom and To": ({"next_renewal_on__range": (DAY, NEXT_DAY)}, "customers_by_renewal"),
    "tags": ({"tags__overlap": ["tag-7", "tag-8"]}, "customers_by_tag"),
}  # fmt: skip
ORDERS = {
    "newest first": (("-created_at", "-id"), "customers_newest_first"),
    "name": ((Lower("name"), "id"), "customers_by_name"),
    "value": (("-annual_contract_value", "-id"), "customers_by_value"),
    "seniority": (("customer_since", "id"), "customers_by_seniority"),
    "last contact": (("last_contact_at", "id"), "customers_by_last_contact"),
}
# What belongs to a customer: the rows, their order, and the index that has them in this order.
BELONGINGS = {
    "profile": (SuccessProfile, {}, ("customer",), "customers_successprofile_customer_id_key"),
    "scores": (HealthScore, {}, ("-recorded_at",), "one_score_per_customer_and_instant"),
    "newest pulse": (Pulse, {"withdrawn_at": None}, ("-given_at",), "pulses_of_a_customer"),
    "scores set by hand": (Override, {}, ("-set_at",), "overrides_of_a_customer"),
    "readings": (
        ReportedReading, {"code": "nps"}, ("-day",), "one_reading_per_customer_measure_and_day",
    ),
    "plans": (SuccessPlan, {}, ("-starts_on", "-id"), "plans_of_a_customer"),
    "active plan": (SuccessPlan, {"status": "ACTIVE"}, ("-starts_on",), "active_plans_of_a_customer"),
    "reviews": (BusinessReview, {}, ("-reviewed_at", "-id"), "reviews_of_a_customer"),
    "reviews of a kind": (
        BusinessReview, {"review_type": "MONTHLY"}, ("-reviewed_at",), "reviews_of_a_kind",
    ),
    "scheduled reviews": (PlannedReview, {}, ("-scheduled_at",), "planned_of_a_customer"),
    "activities": (AdvocacyActivity, {}, ("-created_at", "-id"), "activities_of_a_customer"),
    "activities of a kind": (
        AdvocacyActivity, {"activity_type": "CASE_STUDY"}, ("-created_at", "-id"),
        "activities_of_a_customer",
    ),
}  # fmt: skip
OF_ALL = OF_REQUESTS | {
    "scored customers, worst first": (
        CurrentHealth.objects.order_by("score", "customer_id").select_related("customer")[:PAGE],
        "customers_by_health",
    ),
    "scores set by hand, over": (Override.objects.expired(LATER), "overrides_to_expire"),
    "set by hand": (CurrentHealth.objects.exclude(override_until=None), "customers_scored_by_hand"),
    "readings": (ReportedReading.objects.filter(code="csat")[:1], "readings_of_a_measure"),
    "activities of a kind that are done": (
        AdvocacyActivity.objects.filter(activity_type="CASE_STUDY", status="COMPLETED"),
        "activities_by_kind_and_status",
    ),
    "done activities": (AdvocacyActivity.objects.filter(status="COMPLETED"), "activities_by_status"),
    "scheduled": (PlannedReview.objects.ahead().order_by("scheduled_at")[:PAGE], "planned_by_state"),
    "milestones of a plan": (
        Milestone.objects.filter(plan__title="Plan 7").order_by("due_on", "id")[:10],
        "milestones_of_a_plan",
    ),
    "milestones due on a day": (
        Milestone.objects.filter(completed_on=None, due_on=DAY).exclude(status="CANCELLED"),
        "milestones_still_open",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_of_the_customers_finds_them_by_an_index(name, house):
    asked, index = FILTERS[name]

    plan = plan_of(Customer.objects.filter(**asked).values("id"))
    assert {*index.split(" or ")} & {*indexes_of(plan)}


@pytest.mark.parametrize("name", FILTERS)
def test_a_page_of_filtered_customers_does_not_read_them_all(name, house):
    asked, _ = FILTERS[name]
    page = Customer.objects.filter(**asked).order_by("-created_at", "-id")[:PAGE]

    assert "customers_customer" not in tables_read_whole(plan_of(page))


@pytest.mark.parametrize("name", ORDERS)
def test_an_order_of_the_customers_is_that_of_an_index(name, house):
    order, index = ORDERS[name]

    assert index in indexes_of(plan_of(Customer.objects.order_by(*order)[:PAGE]))


@pytest.mark.parametrize("name", BELONGINGS)
def test_what_belongs_to_a_customer_is_found_by_an_index(name, house):
    model, asked, order, index = BELONGINGS[name]
    ours = Customer.objects.get(external_id="C-4711")

    rows = model.objects.filter(customer=ours, **asked).order_by(*order)[:10]

    assert index in indexes_of(plan_of(rows))


@pytest.mark.parametrize("name", OF_ALL)
def test_what_is_asked_of_all_is_found_by_an_index(name, house):
    rows, index = OF_ALL[name]

    assert index in indexes_of(plan_of(rows))
