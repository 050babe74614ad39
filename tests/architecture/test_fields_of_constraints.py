"""A refusal of the database stands beside the field that it is about."""

import pytest
from django.apps import apps

from tenure.foundation.checking import fields_of

# What the name of a constraint does not tell.
FIELDS = {
    "a_resolved_alert_has_its_time_and_its_outcome": {"outcome", "resolved_at", "state"},
    "a_change_leads_to_another_tier": {"from_tier"},
    "a_decided_change_has_its_day": {"decided_on", "state"},
    "a_change_that_comes_has_its_day": {"state", "takes_effect_on"},
    "one_open_change_of_tier_per_customer": {"customer"},
    "one_tier_review_per_customer_and_period": {"customer", "period_starts_on"},
    "a_month_is_its_first_day": {"month"},
    "one_use_per_customer_limit_and_month": {"customer", "month", "name"},
    "one_scoring_run_at_a_time": {"is_running"},
    "one_alert_at_work_per_customer_and_rule": {"customer", "rule"},
    "only_a_snoozed_alert_has_a_day_to_wake": {"snoozed_until", "state"},
    "a_finished_backtest_has_its_report": {"finished_at", "report", "state"},
    "an_onboarding_on_hold_has_its_day": {"paused_on", "state"},
    "what_was_confirmed_says_by_whom": {"confirmed_by", "confirmed_on"},
    "one_onboarding_under_way_per_customer": {"customer"},
    "what_was_answered_was_acknowledged": {"acknowledged_at", "state"},
    "a_request_that_ended_has_its_time": {"ended_at", "state"},
    "a_declined_request_has_its_reason": {"answer", "state"},
    "a_case_that_ended_has_its_time": {"ended_at", "state"},
    "a_deal_that_ended_has_its_day": {"closed_on", "state"},
    "one_consent_per_person_and_kind": {"activity_type", "contact", "customer"},
    "one_membership_at_a_time": {"contact", "customer", "group"},
    "who_came_was_invited": {"came", "invited"},
    "one_open_case_per_customer": {"customer"},
    "one_open_opportunity_per_customer": {"customer"},
    "an_opportunity_that_ended_has_its_day": {"ended_on", "state"},
    "what_was_won_is_known": {"growth", "state", "won_revenue"},
    "a_contract_that_follows_says_how": {"follows", "follows_as"},
    "a_task_about_no_customer_has_its_owner": {"customer", "owner"},
    "a_task_that_ended_has_its_time": {"ended_at", "state"},
    "a_touchpoint_that_was_held_has_its_time": {"happened_at", "state"},
    "a_touchpoint_that_was_not_held_has_a_day": {"planned_on", "state"},
    "one_task_per_origin": {"customer", "origin", "origin_key"},
    "one_touchpoint_per_origin": {"customer", "origin", "origin_key"},
    "a_completed_milestone_has_its_day": {"completed_on", "status"},
    "whether_a_milestone_is_overdue_is_computed": {"status"},
    "one_dependency_per_pair_of_milestones": {"after", "milestone"},
    "no_milestone_comes_after_itself": {"after"},
    "a_target_lies_the_better_way_from_its_baseline": {"baseline", "direction", "target"},
    "a_current_value_has_its_day": {"current", "measured_on"},
    "one_version_per_plan_and_number": {"number", "plan"},
    "one_sign_off_per_version_and_name": {"name", "side", "version"},
    "a_computed_score_has_its_readings": {"measure_scores", "measured", "scorecard", "tier"},
    "a_period_is_written_like_its_kind": {"period", "period_type"},
    "a_person_has_a_known_role": {"role"},
    "a_person_has_a_name": {"name"},
    "a_computed_score_stands_beside_one_set_by_hand": {"computed_score", "override_until"},
    "a_pulse_expires_after_it_was_given": {"expires_on"},
    "a_score_comes_with_its_level_and_its_time": {"level", "recorded_at", "score"},
    "a_survey_score_is_on_its_scale": {"kind", "score"},
    "a_token_expires_after_it_was_made": {"expires_at"},
    "a_withdrawn_pulse_says_by_whom": {"withdrawn_at", "withdrawn_by"},
    "active_policies_are_among_all_policies": {"active_policies"},
    "active_users_are_among_all_users": {"active_users", "total_users"},
    "an_activity_that_ended_has_its_day": {"happens_on", "status"},
    "one_allowance_per_hour": {"hour", "token_id"},
    "one_answer_per_person_and_key": {"key", "person_id"},
    "an_import_that_ended_has_its_time": {"finished_at", "state"},
    "an_ended_override_says_by_whom": {"ended_at", "ended_by"},
    "an_override_does_not_last": {"expires_at"},
    "an_override_expires_after_it_was_set": {"expires_at"},
    "one_scheduled_review_per_customer_and_time": {"customer", "scheduled_at"},
    "a_review_that_is_over_has_its_time": {"ended_at", "state"},
    "a_review_that_was_held_has_its_minutes": {"review", "state"},
    "every_attendee_has_a_title": {"attendee_names"},
    "one_person_per_email": {"email"},
    "one_policy_per_carrier_and_number": {"carrier", "policy_number"},
    "one_reading_per_customer_measure_and_day": {"code", "customer", "day"},
    "one_running_override_per_customer": {"customer"},
    "one_total_per_metric_period_tier_and_csm": {"code", "period", "period_type", "tier", "csm"},
    "one_row_of_metrics_per_customer_and_period": {"customer", "period", "period_type"},
    "one_score_per_customer_and_instant": {"customer", "recorded_at"},
    "one_stakeholder_per_external_id": {"customer", "external_id"},
    "only_a_churned_customer_has_a_day_of_churn": {"churned_on", "status"},
    "trained_users_are_among_all_users": {"total_users", "users_trained"},
}
ENDINGS = ("_is_known", "_in_range", "_not_negative", "_is_not_blank")
CONSTRAINTS = [
    pytest.param(model, constraint, id=constraint.name)
    for model in apps.get_models()
    if model.__module__.startswith("tenure.")
    for constraint in model._meta.constraints
]


def told_by_name(model, name: str) -> set[str]:
    """The fields that stand in the name of a constraint: `contract_ends_on_after_starts_on`."""
    if name.endswith("_per_external_id"):
        return {"external_id"}
    field = name.removeprefix(f"{model._meta.model_name}_")
    if "_after_" in field:
        return set(field.split("_after_"))
    for ending in ENDINGS:
        if field.endswith(ending):
            return {field.removesuffix(ending)}
    return set()


@pytest.mark.parametrize("model, constraint", CONSTRAINTS)
def test_a_constraint_names_its_fields(model, constraint):
    expected = FIELDS.get(constraint.name) or told_by_name(model, constraint.name)

    assert expected, f"say which fields {constraint.name} is about"
    assert set(fields_of(constraint)) == expected


@pytest.mark.parametrize("model, constraint", CONSTRAINTS)
def test_a_constraint_has_words_for_people(model, constraint):
    words = str(constraint.violation_error_message)

    assert words[0].isupper()
    assert words.endswith(".")
    assert "onstraint" not in words
