"""For each constraint what breaks just that, in a row that is in order otherwise."""

from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

from tests.architecture.rows import AT, DAY, DAY_BEFORE, NEXT_NOON, As


class Again(dict[str, object]):
    """Breaks by the same row once more, changed like this both times."""


SAME_AGAIN = Again()
BREAKS = {
    "a_task_that_ended_has_its_time": {"state": "DONE"},
    "what_was_confirmed_says_by_whom": {"confirmed_on": DAY},
    "one_onboarding_under_way_per_customer": SAME_AGAIN,
    "an_onboarding_on_hold_has_its_day": {"state": "ON_HOLD"},
    "a_deal_that_ended_has_its_day": {"state": "WON"},
    "deal_state_is_known": {"state": "NOT_KNOWN", "closed_on": DAY},
    "consent_until_after_agreed_on": {"until": DAY_BEFORE},
    "consent_withdrawn_on_after_agreed_on": {"withdrawn_on": DAY_BEFORE},
    "one_consent_per_person_and_kind": SAME_AGAIN,
    "member_left_on_after_joined_on": {"left_on": DAY_BEFORE},
    "one_membership_at_a_time": SAME_AGAIN,
    "who_came_was_invited": {"came": [UUID(int=1)]},
    "one_open_case_per_customer": SAME_AGAIN,
    "a_case_that_ended_has_its_time": {"state": "LOST"},
    "one_open_opportunity_per_customer": SAME_AGAIN,
    "an_opportunity_that_ended_has_its_day": {"state": "LOST"},
    "opportunity_probability_ratio_in_range": {"probability_ratio": Decimal("1.1")},
    "what_was_won_is_known": {"state": "WON", "ended_on": DAY},
    "opportunity_state_is_known": {"state": "NOT_KNOWN", "ended_on": DAY},
    "a_contract_that_follows_says_how": {"follows_as": "RENEWAL"},
    "what_was_answered_was_acknowledged": {"state": "PLANNED"},
    "a_request_that_ended_has_its_time": {"state": "DELIVERED", "acknowledged_at": AT},
    "a_declined_request_has_its_reason": {"state": "DECLINED", "acknowledged_at": AT, "ended_at": AT},
    "request_ended_at_after_acknowledged_at": {"state": "DELIVERED", "acknowledged_at": NEXT_NOON, "ended_at": AT},
    "request_state_is_known": {"state": "NOT_KNOWN", "acknowledged_at": AT},
    "case_state_is_known": {"state": "NOT_KNOWN", "ended_at": AT},
    "a_task_about_no_customer_has_its_owner": {"customer": None},
    "task_state_is_known": {"state": "NOT_KNOWN", "ended_at": AT},
    "a_touchpoint_that_was_held_has_its_time": {"state": "HELD"},
    "a_touchpoint_that_was_not_held_has_a_day": {"planned_on": None},
    "a_change_leads_to_another_tier": {"to_tier": "TRIAL"},
    "a_decided_change_has_its_day": {"state": "DECLINED"},
    "a_change_that_comes_has_its_day": {"state": "ANNOUNCED", "decided_on": DAY},
    "one_open_change_of_tier_per_customer": SAME_AGAIN,
    "one_tier_review_per_customer_and_period": SAME_AGAIN,
    "a_month_is_its_first_day": {"month": DAY},
    "one_use_per_customer_limit_and_month": SAME_AGAIN,
    "tierchange_state_is_known": {"state": "NOT_KNOWN", "decided_on": DAY},
    "one_task_per_origin": SAME_AGAIN,
    "one_touchpoint_per_origin": Again(external_id=None),
    "one_touchpoint_per_external_id": Again(origin_key=""),
    "an_import_that_ended_has_its_time": {"state": "DONE"},
    "alert_outcome_is_known": {"state": "RESOLVED", "resolved_at": AT, "outcome": "NONSENSE"},
    "one_scoring_run_at_a_time": SAME_AGAIN,
    "one_alert_at_work_per_customer_and_rule": SAME_AGAIN,
    "only_a_snoozed_alert_has_a_day_to_wake": {"state": "SNOOZED"},
    "a_resolved_alert_has_its_time_and_its_outcome": {"state": "RESOLVED"},
    "a_finished_backtest_has_its_report": {"state": "DONE"},
    "backtest_horizon_days_in_range": {"horizon_days": 6},
    "one_row_of_metrics_per_customer_and_period": SAME_AGAIN,
    "one_total_per_metric_period_tier_and_csm": SAME_AGAIN,
    "a_period_is_written_like_its_kind": {"period": "November"},
    "active_users_are_among_all_users": {"active_users": 5, "total_users": 4},
    "one_scheduled_review_per_customer_and_time": SAME_AGAIN,
    "a_review_that_is_over_has_its_time": {"state": "MISSED"},
    "a_review_that_was_held_has_its_minutes": {"state": "HELD", "ended_at": AT},
    "plannedreview_state_is_known": {"state": "NOT_KNOWN", "ended_at": AT},
    "plannedreview_minutes_in_range": {"minutes": 4},
    "every_attendee_has_a_title": {"attendee_names": ["Zoe", "Yan"]},
    "one_score_per_customer_and_instant": SAME_AGAIN,
    "a_computed_score_has_its_readings": {"tier": "TRIAL"},
    "pulse_rating_in_range": {"rating": 6},
    "a_pulse_expires_after_it_was_given": {"expires_on": DAY},
    "a_withdrawn_pulse_says_by_whom": {"withdrawn_at": AT},
    "one_running_override_per_customer": SAME_AGAIN,
    "an_override_expires_after_it_was_set": {"expires_at": AT},
    "an_override_does_not_last": {"expires_at": datetime(2027, 2, 19, tzinfo=UTC)},
    "an_ended_override_says_by_whom": {"ended_at": AT},
    "one_reading_per_customer_measure_and_day": SAME_AGAIN,
    "reportedreading_value_in_range": {"value": 1e13},
    "a_computed_score_stands_beside_one_set_by_hand": {"computed_score": 50},
    "currenthealth_computed_score_in_range": {"computed_score": 101, "override_until": AT},
    "an_activity_that_ended_has_its_day": {"status": "COMPLETED"},
    "one_answer_per_person_and_key": SAME_AGAIN,
    "one_allowance_per_hour": SAME_AGAIN,
    "a_completed_milestone_has_its_day": {"status": "COMPLETED"},
    "whether_a_milestone_is_overdue_is_computed": {"status": "OVERDUE"},
    "no_milestone_comes_after_itself": {"after": As("milestone")},
    "one_dependency_per_pair_of_milestones": SAME_AGAIN,
    "a_target_lies_the_better_way_from_its_baseline": {"direction": "LOWER"},
    "a_current_value_has_its_day": {"current": Decimal(1)},
    "objective_direction_is_known": {"direction": "NOT_KNOWN", "target": None},
    "one_version_per_plan_and_number": SAME_AGAIN,
    "one_sign_off_per_version_and_name": SAME_AGAIN,
    "ticket_closed_at_after_opened_at": {"closed_at": datetime(2026, 11, 19, tzinfo=UTC)},
    "a_survey_score_is_on_its_scale": {"kind": "CSAT"},
    "active_policies_are_among_all_policies": {"active_policies": 1},
    "only_a_churned_customer_has_a_day_of_churn": {"churned_on": DAY},
    "customer_employee_count_in_range": {"employee_count": 0},
    "a_score_comes_with_its_level_and_its_time": {"score": 50},
    "currenthealth_level_is_known": {"score": 50, "level": "NOT_KNOWN", "recorded_at": AT},
    "businessreview_overall_rating_in_range": {"overall_rating": 6},
    "ticket_satisfaction_in_range": {"satisfaction": Decimal(6)},
    "successprofile_latest_csat_in_range": {"latest_csat": Decimal(6)},
    "currenthealth_score_in_range": {"score": 101, "level": "GOOD", "recorded_at": AT},
    "one_policy_per_carrier_and_number": SAME_AGAIN,
    "trained_users_are_among_all_users": {"users_trained": 5, "total_users": 4},
    "one_person_per_email": SAME_AGAIN,
    "a_person_has_a_known_role": {"role": "king"},
    "a_person_has_a_name": {"name": ""},
    "a_token_expires_after_it_was_made": {"expires_at": AT},
    "customer_contract_ends_on_after_contract_starts_on": {"contract_ends_on": DAY_BEFORE},
    "contract_ends_on_after_starts_on": {"ends_on": DAY_BEFORE},
    "successplan_ends_on_after_starts_on": {"ends_on": DAY_BEFORE},
    "policy_expires_on_after_effective_on": {"expires_on": DAY_BEFORE},
    "stakeholder_left_on_after_arrived_on": {"arrived_on": DAY, "left_on": DAY_BEFORE},
    "successprofile_onboarding_ends_on_after_onboarding_starts_on": {
        "onboarding_starts_on": DAY, "onboarding_ends_on": DAY_BEFORE,
    },
    "successprofile_latest_ces_in_range": {"latest_ces": Decimal("0.5")},
    "successprofile_expansion_probability_ratio_in_range": {"expansion_probability_ratio": Decimal("1.1")},
}  # fmt: skip
# What cannot be broken without breaking something else, which is then refused first.
REFUSED_FIRST = {
    "one_onboarding_under_way_per_customer": "onboarding_onboarding_plan_id_key",
    "periodmetrics_period_type_is_known": "a_period_is_written_like_its_kind",
    "contract_follows_as_is_known": "a_contract_that_follows_says_how",
    "surveyanswer_kind_is_known": "a_survey_score_is_on_its_scale",
    "healthscore_tier_is_known": "a_computed_score_has_its_readings",
    "ticket_first_response_minutes_not_negative": "support_ticket_first_response_minutes_check",
    "ticket_customer_replies_not_negative": "support_ticket_customer_replies_check",
}
# By the end of a constraint's name what breaks it: the value of its field.
BY_NAME = {"_is_known": "NOT_KNOWN", "_not_negative": -1, "_is_not_blank": "", "_in_range": 101}


def what_breaks(name: str, model_name: str) -> dict[str, object] | None:
    """The values that break a constraint, or None when nobody knows."""
    if name in BREAKS or name.endswith("_per_external_id"):
        return BREAKS.get(name, SAME_AGAIN)
    for ending, value in BY_NAME.items():
        if name.endswith(ending):
            return {name.removeprefix(f"{model_name}_").removesuffix(ending): value}
    return None
