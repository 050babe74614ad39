"""What customers used of what tiers limit, month by month, leads and storage, and the leads they converted."""

from datetime import date, timedelta
from random import Random

from tenure.demo.customer import DemoCustomer
from tenure.demo.files.rows import Rows
from tenure.programme.words import Tier

COLUMNS = "customer_external_id,month,name,value"
MONTHS = 6
LEADS_A_SEAT = {
    Tier.ENTERPRISE: 400,
    Tier.MID_MARKET: 450,
    Tier.SMALL_BUSINESS: 260,
    Tier.TRIAL: 26,
}
STORAGE_A_SEAT = {
    Tier.ENTERPRISE: 2.0, Tier.MID_MARKET: 0.9, Tier.SMALL_BUSINESS: 0.7, Tier.TRIAL: 0.25,
}  # fmt: skip
OUTGROWS_EACH = 5  # one of so many small businesses that thrive


def months(customer: DemoCustomer, today: date) -> Rows:
    """The months that are over, as far as the customer was there in all of each."""
    random = Random(customer.number + 6)
    last = today.replace(day=1) - timedelta(days=1)
    for back in range(MONTHS):
        end = (last.replace(day=1) - timedelta(days=28 * back)).replace(day=1)
        level = customer.engagement(end) * random.uniform(0.9, 1.1)
        if not customer.is_customer_on(end) or not customer.is_customer_on(
            end + timedelta(days=27)
        ):
            continue
        leads = round(customer.seats * LEADS_A_SEAT[customer.tier] * level)
        storage = customer.seats * STORAGE_A_SEAT[customer.tier] * random.uniform(0.95, 1.05)
        if _outgrows(customer) and back < 3:
            storage += 9 - 1.2 * back
        yield customer.external_id, end, "leads_a_month", leads
        yield customer.external_id, end, "leads_converted", round(leads * (0.04 + 0.07 * level))
        yield customer.external_id, end, "storage_gb", round(storage, 1)


def _outgrows(customer: DemoCustomer) -> bool:
    is_small = customer.tier == Tier.SMALL_BUSINESS
    return is_small and customer.arc.code == "thrives" and customer.number % OUTGROWS_EACH == 0
