"""The pages of metrics, targets and dashboards."""

import pytest
from django.utils import timezone

from tenure.customers.models import SuccessProfile
from tenure.foundation.web.templatetags.saying import today
from tenure.insights.filling import fill
from tenure.insights.periods import period_of
from tenure.insights.tests.making import answer
from tenure.insights.words import PeriodType
from tenure.requests import actions as requests
from tenure.reviews.models import BusinessReview
from tenure.surveys.models import SurveyAnswer

DASHBOARDS = ("executive", "csm", "operations", "product")
PAGES = ("/metrics/", "/metrics/nps/", "/metrics/churn/", "/metrics/time_to_value/", "/targets/",
         *(f"/dashboards/{one}/" for one in DASHBOARDS))  # fmt: skip


@pytest.fixture
def as_alice(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def month(two):
    """The running month, in which Acme answered."""
    answer(two[0], "NPS", 10, 9, 3)
    SurveyAnswer.objects.update(answered_at=timezone.now())
    fill(period_of(PeriodType.MONTHLY, today()), timezone.now())
    return two


def text(answer_) -> str:
    return answer_.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_pages_say_what_they_know(as_alice, month, page):
    assert as_alice.get(page).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_pages_do_without_anything(as_alice, page):
    assert as_alice.get(page).status_code == 200


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "query", ["?period=2026-Q9&tier=NO&csm=x", "?page=x", "?period=0001", "?period=9999-W52"]
)
def test_what_makes_no_sense_is_left_out(as_alice, month, page, query):
    assert as_alice.get(page + query).status_code == 200


def test_an_unknown_metric_is_not_there(as_alice):
    assert as_alice.get("/metrics/luck/").status_code == 404


def test_a_figure_opens_to_its_customers(as_alice, month):
    page = text(as_alice.get("/metrics/nps/"))
    assert "Acme" in page
    assert "Globex" not in page
    rows = text(as_alice.get("/metrics/nps/?format=csv")).splitlines()
    assert rows[0] == "customer,tier,csm,numerator,denominator"
    assert rows[1].startswith("Acme,ENTERPRISE,")


def test_a_name_is_no_formula_in_a_spreadsheet(as_alice, month):
    type(month[0]).objects.filter(id=month[0].id).update(name="=1+1")
    assert "'=1+1," in text(as_alice.get("/metrics/nps/?format=csv"))


@pytest.mark.parametrize("page", PAGES)
def test_pages_cost_the_same_however_many_customers(
    as_alice, month, page, django_assert_max_num_queries
):
    as_alice.get(page)
    with django_assert_max_num_queries(24 if "dashboards" in page else 10) as asked:
        as_alice.get(page)

    assert not [one for one in asked.captured_queries if "usage_dailyusage" in one["sql"]]


def test_a_csm_sees_the_own_book_first(client, alice, bob, month):
    SuccessProfile.objects.filter(customer=month[0]).update(csm=alice)
    fill(period_of(PeriodType.MONTHLY, today()), timezone.now())
    found = []
    for person in (alice, bob):
        client.force_login(person)
        found.append(text(client.get("/dashboards/csm/")))

    assert "33" in found[0].split("Touchpoints")[0]  # NPS of 10, 9 and 3
    assert "nothing is known" in found[1]


def test_who_asks_for_everybody_keeps_everybody_in_the_links(as_alice, month):
    own, all_ = (
        as_alice.get(f"/dashboards/csm/{query}").context["asked"] for query in ("", "?csm=")
    )

    assert own.scope.csm is not None
    assert f"csm={own.scope.csm}" in own.address()
    assert all_.scope.csm is None
    assert all_.address(tier="ENTERPRISE").endswith("tier=ENTERPRISE&csm=")


def test_the_lists_of_a_dashboard_are_of_the_tier_that_is_asked_for(as_alice, month):
    def names(tier):
        levels = as_alice.get(f"/dashboards/executive/?tier={tier}").context["levels"]
        return sum(count for _, count, _ in levels)

    assert names("ENTERPRISE") + names("MID_MARKET") + names("SMALL_BUSINESS") + names("TRIAL") == 2
    assert names("ENTERPRISE") == 1


def test_reviews_of_a_dashboard_lead_to_their_minutes(as_alice, month):
    review = BusinessReview.objects.create(
        customer=month[0], review_type="QUARTERLY", reviewed_at=timezone.now()
    )
    assert f"/reviews/held/{review.id}/" in text(as_alice.get("/dashboards/operations/"))


def test_the_product_dashboard_tells_what_customers_ask_for(as_alice, month, alice):
    for customer, title in zip(month, ("By state", "By line"), strict=True):
        fields = {"title": title, "theme": "Lead routing"}
        told = {"customer": customer, "by": alice, "at": timezone.now()}
        requests.record_request(fields=fields, **told)

    page = as_alice.get("/dashboards/product/")
    (one,) = page.context["themes"]
    assert (one.theme.requests, one.theme.customers, one.asked, one.asked_before) == (2, 2, 2, 0)
    assert [found.title for found in page.context["requests"]] == ["By line", "By state"]
    only = as_alice.get("/dashboards/product/?tier=ENTERPRISE").context
    assert [found.title for found in only["requests"]] == ["By state"]
