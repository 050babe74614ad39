"""The registry of metrics: complete, the same each time, by tier, CSM and period."""

from tenure.customers.models import SuccessProfile
from tenure.insights.figure import Scope
from tenure.insights.figures import by_csm, by_tier, figures, trends
from tenure.insights.filling import fill
from tenure.insights.metrics import BY_CODE, REGISTRY
from tenure.insights.models import MetricTotal, PeriodMetrics
from tenure.insights.periods import periods
from tenure.insights.tests.making import OCTOBER, answer
from tenure.insights.words import PeriodType
from tenure.programme.loading import read_programme
from tenure.programme.words import Tier
from tenure.surveys.models import SurveyAnswer
from tests.moments import NOON


def test_every_metric_of_the_programme_has_its_rule_and_no_other():
    known = {metric.code for metric in read_programme().metrics.metric}
    ours = {rule.code for rule in REGISTRY}

    assert known - ours == set()
    assert {BY_CODE[code].variant_of for code in ours - known} - known == set()


def test_without_anything_everything_is_unknown_and_nothing_is_zero(db):
    fill(OCTOBER, NOON)
    assert {one.value for one in figures(OCTOBER).values()} == {None}


def test_a_second_time_it_comes_to_the_same(two):
    answer(two[0], "NPS", 10)
    for _ in range(2):
        fill(OCTOBER, NOON)
    assert PeriodMetrics.objects.get(customer=two[0]).nps == 100
    assert MetricTotal.objects.filter(code="nps").count() == 1


def test_by_tier_by_csm_and_over_time(two, alice):
    answer(two[0], "NPS", 10)
    answer(two[1], "NPS", 0)
    SuccessProfile.objects.filter(customer=two[0]).update(csm=alice)
    fill(OCTOBER, NOON)

    assert [(tier, one.value) for tier, one in by_tier("nps", OCTOBER, Scope())] == [
        (Tier.ENTERPRISE, 100), (Tier.SMALL_BUSINESS, -100),
    ]  # fmt: skip
    assert [(name, one.value) for name, _, one in by_csm("nps", OCTOBER, Scope())] == [
        ("Alice", 100), (None, -100),
    ]  # fmt: skip
    run = trends(periods(PeriodType.MONTHLY, OCTOBER.last, 2), Scope(), ["nps"])["nps"]
    assert [one.value for one in run] == [None, 0]


def test_what_is_no_longer_known_is_taken_back(two):
    answer(two[1], "NPS", 10)
    fill(OCTOBER, NOON)
    SurveyAnswer.objects.all().delete()
    fill(OCTOBER, NOON)
    row = PeriodMetrics.objects.get(customer=two[1])  # who has no CSM, so nothing is left
    assert (row.parts, row.nps, MetricTotal.objects.filter(code="nps").count()) == (None, None, 0)


def test_every_metric_says_from_which_rows_it_is_reckoned():
    assert [one.code for one in read_programme().metrics.metric if not one.source] == []
