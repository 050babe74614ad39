"""A row of every kind of file with every column filled, twice differently, and what it says."""

from datetime import date
from decimal import Decimal

from django.db.models import Model

from tenure.contracts.models import Contract, Invoice
from tenure.customers.models import ChurnEvent, Customer
from tenure.health.models import ReportedReading
from tenure.imports.tests.full_rows_of_work import CUSTOMER, ROWS_OF_WORK, noon
from tenure.requests.models import Request
from tenure.support.models import Ticket
from tenure.surveys.models import SurveyAnswer
from tenure.tiering.models import MonthlyUse
from tenure.usage.models import DailyUsage
from tenure.work.models import Touchpoint

MODELS: dict[str, type[Model]] = {
    "customers": Customer, "contracts": Contract, "invoices": Invoice, "usage": DailyUsage,
    "tickets": Ticket, "survey_answers": SurveyAnswer, "churn_events": ChurnEvent,
    "readings": ReportedReading, "monthly_use": MonthlyUse, "touchpoints": Touchpoint, "requests": Request,
}  # fmt: skip

CONTRACT = ("contract_external_id", "contract__external_id", "K-1", "K-1", "", None)


# By kind: the file's column, where it is found again, and twice a text and what it means.
ROWS: dict[str, list[tuple]] = {
    "customers": [
        ("external_id", "external_id", "C-9", "C-9", "C-9", "C-9"),
        ("name", "name", "Acme", "Acme", "Acme Two", "Acme Two"),
        ("company_name", "company_name", "Acme Ltd", "Acme Ltd", "", ""),
        ("email", "email", "a@acme.example", "a@acme.example", "b@acme.example", "b@acme.example"),
        ("phone", "phone", "+47 555", "+47 555", "", ""),
        ("industry", "industry", "Mining", "Mining", "Farming", "Farming"),
        ("business_type", "business_type", "B2B", "B2B", "B2C", "B2C"),
        ("employee_count", "employee_count", "1,200", 1200, "", None),
        ("annual_revenue", "annual_revenue", "9,000,000.50", Decimal("9000000.50"), "5", Decimal(5)),
        ("website", "website", "acme.example", "acme.example", "a.example", "a.example"),
        ("billing_address", "billing_address", "High Street 1, left", "High Street 1, left", "", ""),
        ("billing_city", "billing_city", "Oslo", "Oslo", "Bergen", "Bergen"),
        ("billing_state", "billing_state", "Viken", "Viken", "", ""),
        ("billing_zip_code", "billing_zip_code", "0150", "0150", "00150", "00150"),
        ("billing_country", "billing_country", "Norway", "Norway", "Sweden", "Sweden"),
        ("tier", "tier", "Mid-market", "MID_MARKET", "TRIAL", "TRIAL"),
        ("status", "status", "at_risk", "AT_RISK", "PAUSED", "PAUSED"),
        ("contract_starts_on", "contract_starts_on", "2026-01-01", date(2026, 1, 1),
         "2025-01-01", date(2025, 1, 1)),
        ("contract_ends_on", "contract_ends_on", "2026-12-31", date(2026, 12, 31), "", None),
        ("annual_contract_value", "annual_contract_value", "48000", Decimal(48000), "", Decimal(0)),
        ("customer_since", "customer_since", "2026-01-02T12:00:00Z", noon(2),
         "2026-01-03 12:00", noon(3)),
        ("next_renewal_on", "next_renewal_on", "2027-01-01", date(2027, 1, 1), "", None),
        ("csm_email", "success_profile__csm__name", "alice@tenure.example", "Alice", "", None),
        ("primary_objective", "success_profile__primary_objective", "Grow", "Grow", "", ""),
        ("tags", "tags", "key;big", ["key", "big"], "", []),
    ],
    "contracts": [
        ("external_id", "external_id", "K-9", "K-9", "K-9", "K-9"),
        CUSTOMER,
        ("name", "name", "Gold", "Gold", "", ""),
        ("starts_on", "starts_on", "2026-01-01", date(2026, 1, 1), "2026-02-01", date(2026, 2, 1)),
        ("ends_on", "ends_on", "2026-12-31", date(2026, 12, 31), "", None),
        ("annual_value", "annual_value", "1200.50", Decimal("1200.50"), "", Decimal(240)),
        ("monthly_value", "annual_value", "99", Decimal("1200.50"), "20", Decimal(240)),
        ("seats", "seats", "40", 40, "", None),
        ("billing_period", "billing_period", "monthly", "MONTHLY", "", "ANNUAL"),
        ("is_trial", "is_trial", "yes", True, "", False),
        ("renews_by_itself", "renews_by_itself", "no", False, "", None),
        ("ended_by_churn", "ended_by_churn", "1", True, "0", False),
    ],
    "invoices": [
        ("external_id", "external_id", "I-9", "I-9", "I-9", "I-9"),
        CUSTOMER,
        CONTRACT,
        ("amount", "amount", "10.25", Decimal("10.25"), "0", Decimal(0)),
        ("due_on", "due_on", "2026-01-31", date(2026, 1, 31), "2026-02-28", date(2026, 2, 28)),
        ("paid_on", "paid_on", "2026-02-01", date(2026, 2, 1), "", None),
    ],
    "usage": [
        ("customer_external_id", "customer__external_id", "C-1", "C-1", "C-1", "C-1"),
        ("day", "day", "2026-01-05", date(2026, 1, 5), "2026-01-05", date(2026, 1, 5)),
        ("feature", "feature__name", "", "", "", ""),
        ("external_id", "external_id", "U-1", "U-1", "U-1", "U-1"),
        ("active_users", "active_users", "3", 3, "", None),
        *((f"active_users_{n}_days", f"active_users_{n}_days", "9", 9, "", None) for n in (7, 28)),
        ("logins", "logins", "4", 4, "0", 0),
        ("uses", "uses", "50", 50, "51", 51),
        ("seconds", "seconds", "600", 600, "", None),
        ("errors", "errors", "0", 0, "", None),
    ],
    "tickets": [
        ("external_id", "external_id", "T-9", "T-9", "T-9", "T-9"),
        CUSTOMER,
        ("subject", "subject", "Help", "Help", "", ""),
        ("priority", "priority", "P1", "P1", "", "P3"),
        ("opened_at", "opened_at", "2026-01-05T13:00:00+01:00", noon(5), "2026-01-06 12:00", noon(6)),
        ("closed_at", "closed_at", "2026-01-07T12:00:00Z", noon(7), "", None),
        ("first_response_minutes", "first_response_minutes", "0", 0, "", None),
        ("satisfaction", "satisfaction", "4.5", Decimal("4.5"), "", None),
        ("customer_replies", "customer_replies", "0", 0, "", None),
        ("is_escalated", "is_escalated", "true", True, "", False),
    ],
    "survey_answers": [
        ("external_id", "external_id", "S-9", "S-9", "S-9", "S-9"),
        CUSTOMER,
        ("kind", "kind", "nps", "NPS", "CES", "CES"),
        ("score", "score", "0", 0, "7", 7),
        ("comment", "comment", "Fine", "Fine", "", ""),
        ("answered_at", "answered_at", "2026-01-05T12:00:00Z", noon(5), "2026-01-06 12:00", noon(6)),
    ],
    "churn_events": [
        ("external_id", "external_id", "E-9", "E-9", "E-9", "E-9"),
        CUSTOMER,
        ("churned_on", "churned_on", "2026-03-01", date(2026, 3, 1), "2026-03-02", date(2026, 3, 2)),
        ("reason", "reason", "price", "PRICE", "", "UNKNOWN"),
        ("feedback", "feedback", "Too dear", "Too dear", "", ""),
        ("refund_amount", "refund_amount", "10.50", Decimal("10.50"), "", None),
        ("was_reactivation", "was_reactivation", "yes", True, "no", False),
    ],
    "readings": [
        ("customer_external_id", "customer__external_id", "C-1", "C-1", "C-1", "C-1"),
        ("measure", "code", "nps", "nps", "nps", "nps"),
        ("day", "day", "2026-01-05", date(2026, 1, 5), "2026-01-05", date(2026, 1, 5)),
        ("value", "value", "-12.5", -12.5, "30", 30.0),
        ("source", "source", "CRM", "CRM", "", "a file"),
    ],
    "monthly_use": [
        ("customer_external_id", "customer__external_id", "C-1", "C-1", "C-1", "C-1"),
        ("month", "month", "2026-01-01", date(2026, 1, 1), "2026-01-01", date(2026, 1, 1)),
        ("name", "name", "Storage_GB", "storage_gb", "storage_gb", "storage_gb"),
        ("value", "value", "10.125", Decimal("10.125"), "0", Decimal(0)),
    ],
} | ROWS_OF_WORK  # fmt: skip
