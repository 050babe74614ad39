"""A row of each table that is in order."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
NEXT_NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAY, DAY_BEFORE, DAY_AFTER = date(2026, 11, 20), date(2026, 11, 19), date(2026, 11, 21)
OF_CUSTOMER = object()  # stands for the customer that the row belongs to


class As(str):
    """Stands for what another field of the row holds, by its name."""


IN_ORDER = {
    "imports.Import": {"file_name": "usage.csv", "path": "x", "size_bytes": 3},
    "insights.MetricTotal": {"period_type": "MONTHLY", "period": "2026-11", "code": "nps", "tier": "TRIAL",
                             "numerator": 1, "denominator": 1, "customers": 1, "calculated_at": AT},
    "insights.PeriodMetrics": {"customer": OF_CUSTOMER, "period": "2026-11", "calculated_at": AT},
    "advocacy.AdvocacyActivity": {
        "customer": OF_CUSTOMER, "activity_type": "TESTIMONIAL", "title": "A quote",
    },
    "advocacy.Consent": {
        "customer": OF_CUSTOMER, "activity_type": "TESTIMONIAL", "agreed_on": DAY, "words": "Gladly",
    },
    "advocacy.Deal": {"name": "Initech", "annual_value": Decimal(10)},
    "advocacy.Group": {"kind": "USER_GROUP", "name": "Friends"},
    "advocacy.Member": {"group": "advocacy.Group", "customer": OF_CUSTOMER, "joined_on": DAY},
    "advocacy.GroupMeeting": {"group": "advocacy.Group", "held_on": DAY, "subject": "The year ahead"},
    "reviews.BusinessReview": {
        "customer": OF_CUSTOMER, "review_type": "ANNUAL", "reviewed_at": AT,
        "attendee_names": ["Zoe"], "attendee_titles": ["CTO"],
    },
    "reviews.PlannedReview": {
        "customer": OF_CUSTOMER, "review_type": "ANNUAL", "scheduled_at": AT, "minutes": 60,
    },
    "onboarding.Onboarding": {"customer": OF_CUSTOMER, "plan": "plans.SuccessPlan", "kickoff_on": DAY,
                              "programme_version": "v"},
    "onboarding.ValueEntry": {"customer": OF_CUSTOMER, "what": "Hours saved", "achieved_on": DAY},
    "recovery.Case": {"customer": OF_CUSTOMER, "reason": "x", "level_since": AT, "opened_at": AT,
                      "assess_by": AT, "plan_by": AT, "level_due_at": AT},
    "expansion.Opportunity": {"customer": OF_CUSTOMER, "found_on": DAY, "seen_on": DAY, "estimated_revenue": 1,
                              "current_tier": "TRIAL", "potential_tier": "TRIAL", "reckoned": "x",
                              "probability_ratio": 0},
    "revenue.RenewalForecast": {"customer": OF_CUSTOMER, "contract": "contracts.Contract", "renews_on": DAY,
                                "call": "COMMIT", "amount": 1, "said_by": "Zoe", "said_at": AT},
    "proof.Backtest": {"scorecard_version": "v", "definition": {}, "horizon_days": 90},
    "tiering.TierChange": {
        "customer": OF_CUSTOMER, "from_tier": "TRIAL", "to_tier": "ENTERPRISE", "direction": "UP",
        "cause": "VALUE", "reason": "It pays more", "proposed_on": DAY,
    },
    "tiering.TierReview": {
        "customer": OF_CUSTOMER, "period_starts_on": date(2026, 10, 1), "reviewed_on": DAY,
        "tier": "TRIAL", "reason": "It stays", "reviewed_by": "Zoe",
    },
    "tiering.MonthlyUse": {
        "customer": OF_CUSTOMER, "month": date(2026, 10, 1), "name": "agents", "value": Decimal(3),
    },
    "alerts.Alert": {"customer": OF_CUSTOMER, "rule": "RED_ZONE", "opened_at": AT},
    "health.HealthScore": {"customer": OF_CUSTOMER, "recorded_at": AT, "score": 70, "level": "GOOD"},
    "health.ScoringRun": {"at": AT, "known_until": DAY, "knows_present": True, "asked_by": "Zoe"},
    "health.Draft": {"name": "Softer", "definition": {}},
    "health.OwnMeasure": {"code": "own_load", "title": "Load", "expression": "goals"},
    "health.Pulse": {
        "customer": OF_CUSTOMER, "rating": 4, "reason": "They renew", "given_by": "Zoe",
        "given_at": AT, "expires_on": DAY_AFTER,
    },
    "health.Override": {"customer": OF_CUSTOMER, "score": 75, "reason": "They move", "set_by": "Zoe", "set_at": AT, "expires_at": NEXT_NOON},
    "health.ReportedReading": {"customer": OF_CUSTOMER, "code": "nps", "day": DAY, "value": 30.0,
                               "source": "CRM", "recorded_by": "Zoe"},
    "work.Task": {"customer": OF_CUSTOMER, "title": "Call Zoe", "due_on": DAY, "origin_key": "k"},
    "work.Touchpoint": {"customer": OF_CUSTOMER, "kind": "CALL", "subject": "x", "planned_on": DAY, "origin_key": "k",
                        "external_id": "K"},
    "requests.Request": {"customer": OF_CUSTOMER, "title": "Route leads", "theme": "Routing", "asked_on": DAY,
                         "external_id": "R"},
    "plans.SuccessPlan": {"customer": OF_CUSTOMER, "title": "Go live", "starts_on": DAY},
    "plans.Milestone": {"plan": "plans.SuccessPlan", "title": "Kickoff", "due_on": DAY},
    "plans.Dependency": {"milestone": "plans.Milestone", "after": "plans.Milestone"},
    "plans.Objective": {"plan": "plans.SuccessPlan", "title": "Use", "baseline": Decimal(1), "target": Decimal(2)},
    "plans.Measurement": {"objective": "plans.Objective", "measured_on": DAY, "value": Decimal(1), "measured_by": "Zoe"},
    "plans.PlanVersion": {"plan": "plans.SuccessPlan", "number": 1, "content": {"title": "x"}, "made_at": AT, "made_by": "Zoe"},
    "plans.SignOff": {"version": "plans.PlanVersion", "side": "US", "name": "Zoe", "signed_on": DAY, "recorded_by": "Zoe"},
    "contracts.Contract": {
        "customer": OF_CUSTOMER, "starts_on": DAY, "annual_value": Decimal(10), "external_id": "K",
    },
    "contracts.Invoice": {
        "customer": OF_CUSTOMER, "due_on": DAY, "amount": Decimal(10), "external_id": "I",
    },
    "support.Ticket": {"customer": OF_CUSTOMER, "opened_at": AT, "external_id": "T"},
    "surveys.SurveyAnswer": {
        "customer": OF_CUSTOMER, "kind": "NPS", "score": 9, "answered_at": AT, "external_id": "S",
    },
    "customers.Customer": {"name": "Globex", "contract_starts_on": DAY, "external_id": "G"},
    "customers.ChurnEvent": {
        "customer": OF_CUSTOMER, "churned_on": DAY, "reason": "PRICE", "external_id": "E",
    },
    "customers.CurrentHealth": {"customer": "customers.Customer"},
    "customers.Lead": {"name": "Initech", "received_at": AT, "external_id": "L"},
    "customers.Policy": {"customer": OF_CUSTOMER, "policy_number": "P-1", "carrier": "Sure",
                         "kind": "auto", "premium": Decimal(10), "effective_on": DAY},
    "customers.Stakeholder": {"customer": OF_CUSTOMER, "name": "Zoe", "external_id": "Z"},
    "customers.SuccessProfile": {"customer": "customers.Customer"},
    "people.Person": {"email": "zoe@tenure.example", "name": "Zoe", "role": "csm", "password": "!"},
    "rest.Answered": {"person_id": UUID(int=1), "key": "k", "fingerprint": "f", "at": AT},
    "rest.Allowance": {"token_id": UUID(int=1), "hour": AT, "taken": 3},
    "people.ApiToken": {
        "person": "people.Person", "name": "n", "digest": "d", "hint": "h", "created_at": AT,
    },
}  # fmt: skip
