"""Every table of ours is under audit row by row, or it stands here with the reason why not."""

import pytest
from django.apps import apps
from django.db import connection

pytestmark = pytest.mark.django_db
ROW_BY_ROW = {
    ("audit_changed", "audit_rows"),
    ("audit_created", "audit_rows"),
    ("audit_deleted", "audit_rows"),
}
# Too large to keep each row twice: a line a statement.
BY_STATEMENT = {"usage.DailyUsage", "alerts.Alert", "tiering.MonthlyUse", "insights.PeriodMetrics"}
# History by themselves: rows are added and never changed.
APPEND_ONLY = {
    "audit.Deed", "audit.Change", "health.HealthScore", "health.Scorecard",
    "health.ScorecardInForce", "tiering.TierReview",
    "plans.Measurement", "plans.PlanVersion", "plans.SignOff", "revenue.RenewalForecast",
}  # fmt: skip
REASONS = {
    "health.Due": "whom to score within a minute; the scores are history",
    "health.ScoringRun": "how far a run is; what it did are deeds and history",
    "customers.CurrentHealth": "repeats the newest score, which is history by itself",
    "insights.MetricTotal": "sums of the parts that period metrics keep, made anew each night",
    "customers.Tally": "sums of what stands elsewhere, kept by the database alone",
    "rest.Answered": "answers kept for a day; what was done is a deed of its own",
    "rest.Allowance": "counts requests for an hour",
    "people.FailedSignIn": "counts for an hour; each failure is a deed of its own",
}
MODELS = {
    model._meta.label: model
    for model in apps.get_models()
    if model.__module__.startswith("tenure.")
}
AUDITED = sorted(MODELS.keys() - BY_STATEMENT - APPEND_ONLY - REASONS.keys())
TRIGGERS = """
select t.tgname, p.proname from pg_trigger t join pg_proc p on p.oid = t.tgfoid
where t.tgrelid = to_regclass(%s) and p.proname like 'audit%%' and t.tgenabled = 'O'
"""


def triggers_of(label):
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS, [MODELS[label]._meta.db_table])
        return set(cursor.fetchall())


@pytest.mark.parametrize("label", AUDITED)
def test_a_table_is_audited_row_by_row(label):
    assert triggers_of(label) == ROW_BY_ROW


@pytest.mark.parametrize("label", sorted(BY_STATEMENT))
def test_a_large_table_is_audited_by_statement(label):
    assert {function for _, function in triggers_of(label)} == {"audit_statement"}
    assert len(triggers_of(label)) == 3


@pytest.mark.parametrize("label", sorted(APPEND_ONLY))
def test_history_refuses_to_be_changed(label):
    assert {function for _, function in triggers_of(label)} == {"audit_refuse"}


@pytest.mark.parametrize("label", sorted(REASONS))
def test_a_reason_is_given_only_where_it_is_needed(label):
    assert triggers_of(label) == set()
