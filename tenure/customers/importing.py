"""Files of customers: what they hold, and how they are saved."""

from datetime import datetime

from django.db.backends.utils import CursorWrapper

from tenure.customers.importing_profiles import changed_profiles, save_profiles
from tenure.customers.words import CustomerStatus
from tenure.foundation.tabular import formats as f
from tenure.foundation.tabular import values
from tenure.foundation.tabular.formats import Column, Format, Rule, Saved
from tenure.foundation.tabular.saving import upsert
from tenure.programme.in_force import tiers
from tenure.programme.words import Tier

TEXTS = (
    "company_name", "email", "phone", "industry", "business_type", "website", "billing_address",
    "billing_city", "billing_state", "billing_zip_code", "billing_country",
)  # fmt: skip
AS_THEY_ARE = ("employee_count", "annual_revenue", "contract_ends_on", "next_renewal_on")
# Whom a churn event ended stays churned until somebody says otherwise.
SOURCE = (
    "stage s left join customers_customer gone"
    " on gone.external_id = s.external_id and gone.churned_on is not null"
)
KNOWN = "exists (select from customers_customer c where c.external_id = stage.external_id and {})"
KNOWN_CUSTOMER = Rule(
    "not exists (select from customers_customer c where c.external_id = stage.customer_external_id)",
    "customer_external_id",
    "There is no customer with this external id; import the customers first.",
)


def save_customers(cursor: CursorWrapper, at: datetime, given: frozenset[str]) -> Saved:
    """Save the staged customers, each with a success profile and a place for its health."""
    value = "coalesce(s.annual_contract_value, 0)"
    since = "coalesce(s.customer_since, s.contract_starts_on::timestamptz, %(at)s)"
    fields = {
        "id": "s.id",
        "external_id": "s.external_id",
        "name": "s.name",
        **{name: f"coalesce(s.{name}, '')" for name in TEXTS},
        **{name: f"s.{name}" for name in AS_THEY_ARE},
        "tier": f"coalesce(s.tier, {tier_of(value)})",
        "tier_follows_value": "s.tier is null",
        "status": f"coalesce(gone.status, s.status, '{CustomerStatus.ACTIVE}')",
        "contract_starts_on": f"coalesce(s.contract_starts_on, least(({since})::date, s.contract_ends_on))",
        "annual_contract_value": value,
        "customer_since": since,
        "tags": "coalesce(s.tags, '{}')",
        "source_facts": "s.source_facts",
    }
    changes = {name for name in fields if name in given or name in ("name", "source_facts")}
    saved = upsert(
        cursor, "customers_customer", fields, at=at, changes=changes, source=SOURCE,
        also=changed_profiles(given),
    )  # fmt: skip
    save_profiles(cursor, at, given)
    return saved


def tier_of(value: str) -> str:
    """SQL for the tier that a year's contract value belongs to."""
    steps = " ".join(
        f"when {value} >= {promise.least_annual_value} then '{promise.code}'"
        for promise in tiers().tier
    )
    return f"case {steps} end"


CUSTOMERS = Format(
    code="customers",
    title="Customers",
    about="One row a customer.",
    save=save_customers,
    order=1,
    columns=(
        f.text("external_id", "Your own id of the customer; it tells rows apart.", required=True),
        f.text("name", "The customer's name.", required=True),
        f.text("company_name", "The company's legal name."),
        Column(name="email", sql="text", converter=values.addresses(), about="Where to write to."),
        f.text("phone", "Where to call.", longest=50),
        f.text("industry", "Its industry.", longest=100),
        f.text("business_type", "Its kind of business.", longest=100),
        f.count("employee_count", "How many people work there.", least=1, most=100_000_000),
        f.amount("annual_revenue", "What it turns over in a year."),
        f.text("website", "Its website.", longest=500),
        f.text("billing_address", "Street and number.", longest=500),
        f.text("billing_city", "City.", longest=100),
        f.text("billing_state", "State or region.", longest=100),
        f.text("billing_zip_code", "Postal code.", longest=20),
        f.text("billing_country", "Country.", longest=100),
        Column(
            name="tier", sql="text", converter=values.words(Tier),
            about="Its tier; without one the tier follows the contracts' value.",
        ),
        Column(
            name="status", sql="text", converter=values.words(CustomerStatus),
            about="Its status; ACTIVE unless told.",
        ),
        f.day("contract_starts_on", "When its first contract starts."),
        f.day("contract_ends_on", "When its contract ends."),
        f.amount("annual_contract_value", "What its contracts are worth a year."),
        f.instant("customer_since", "Since when it is a customer."),
        f.day("next_renewal_on", "When its contract renews."),
        f.text("csm_email", "The address of the CSM who looks after it.", longest=254),
        f.text("primary_objective", "What it wants to achieve with us.", longest=5000),
        Column(name="tags", sql="text[]", converter=values.lists(), about="Tags, parted by semicolons."),
    ),
    rules=(
        Rule("contract_ends_on < contract_starts_on", "contract_ends_on",
             "The contract ends before it starts."),
        Rule(KNOWN.format("c.contract_starts_on > stage.contract_ends_on"), "contract_ends_on",
             "The contract that is known starts after this day.", untold="contract_starts_on"),
        Rule(KNOWN.format("c.contract_ends_on < coalesce(stage.contract_starts_on,"
             " stage.customer_since::date, now()::date)"), "contract_starts_on",
             "The contract that is known ends before it starts.", given="contract_starts_on",
             untold="contract_ends_on"),
        Rule("csm_email is not null and not exists (select from people_person p"
             " where lower(p.email) = lower(csm_email))", "csm_email",
             "Nobody here has this address."),
    ),
)  # fmt: skip
