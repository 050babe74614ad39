"""A portfolio to look at: five customers with different everything, and what the list shows."""

import re
from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from tenure.customers import actions
from tenure.customers.models import CurrentHealth, Customer
from tenure.customers.words import ChurnReason
from tests.moments import NOON

ROWS = {
    # name: tier, value, days to renewal, score, level, risk, change in a month
    "Acme": ("ENTERPRISE", 200_000, 10, 30, "POOR", "CRITICAL", -12),
    "Birch": ("MID_MARKET", 50_000, 80, 55, "FAIR", "MEDIUM", 3),
    "Cedar": ("MID_MARKET", 50_000, None, 70, "GOOD", "LOW", None),
    "Dune": ("SMALL_BUSINESS", 9_000, 400, 90, "EXCELLENT", "LOW", 3),
    "Elm": ("TRIAL", 0, None, None, None, "LOW", None),
}


def add(name: str, csm=None, by=None) -> Customer:
    tier, value, renewal, score, level, risk, change = ROWS[name]
    customer = actions.create_customer(
        fields={
            "name": name,
            "email": f"office@{name.lower()}.example",
            "tier": tier,
            "annual_contract_value": Decimal(value),
            "next_renewal_on": renewal and timezone.localdate() + timedelta(days=renewal),
        },
        csm=csm,
        by=by,
        at=NOON,
    )
    if score is not None:
        CurrentHealth.objects.filter(customer=customer).update(
            score=score, level=level, churn_risk=risk, month_delta=change, recorded_at=NOON,
            known_until=NOON.date(),
        )  # fmt: skip
    return customer


def end(customer: Customer, by) -> None:
    day = NOON.date()
    actions.end_customer(
        customer=customer, churned_on=day, reason=ChurnReason.PRICE, by=by, at=NOON
    )


def names(client, address: str) -> list[str]:
    """The customers that a list shows, in its order."""
    page = client.get(address)
    assert page.status_code == 200
    return re.findall(r'<a href="/customers/[0-9a-f-]{36}/">([^<]*)</a></th>', page.text)
