"""What was bought and paid: a row a contract, a row an invoice."""

from datetime import date, timedelta
from random import Random

from tenure.demo.customer import DemoCustomer
from tenure.demo.files.rows import Rows
from tenure.programme.words import Tier

CONTRACT_COLUMNS = (
    "external_id,customer_external_id,name,starts_on,ends_on,annual_value,seats,"
    "billing_period,is_trial,renews_by_itself,ended_by_churn"
)
LONG_AHEAD_DAYS = 100
INVOICE_COLUMNS = "external_id,customer_external_id,amount,due_on,paid_on"


def contracts(customer: DemoCustomer, today: date) -> Rows:
    """A contract a year, growing or shrinking on the arc's days; a trial is one open contract."""
    start, number, value, seats = customer.joined_on, 1, customer.annual_value, customer.seats
    if customer.tier == Tier.TRIAL:
        end = customer.left_on or ""
        yield (f"{customer.external_id}-T", customer.external_id, "Trial", start, end, 0, seats,
               "MONTHLY", True, False, bool(customer.left_on))  # fmt: skip
        return
    while start <= today:
        end = start.replace(year=start.year + 1, day=min(start.day, 28)) - timedelta(days=1)
        left = customer.left_on
        ends_by_churn = left is not None and left <= end
        yield (
            f"{customer.external_id}-{number}", customer.external_id,
            f"Lead platform, year {number}", start, left if ends_by_churn else end, value, seats,
            "ANNUAL" if customer.tier == Tier.ENTERPRISE else "MONTHLY", False,
            customer.tier != Tier.ENTERPRISE, ends_by_churn,
        )  # fmt: skip
        if ends_by_churn:
            return
        start, number = end + timedelta(days=1), number + 1
        value, seats = _renewed(customer, start, value, seats)
    if _renews_for_less(customer, start, today):
        yield (f"{customer.external_id}-{number}", customer.external_id,
               f"Lead platform, year {number}", start, start + timedelta(days=364), 18_000, 9,
               "MONTHLY", False, True, False)  # fmt: skip


def _renews_for_less(customer: DemoCustomer, start: date, today: date) -> bool:
    """A customer that drifts signed its next year for less, early enough for notice to be given."""
    drifts = customer.tier == Tier.MID_MARKET and customer.arc.code == "drifts"
    return drifts and (start - today).days > LONG_AHEAD_DAYS


def _renewed(customer: DemoCustomer, day: date, value: int, seats: int) -> tuple[int, int]:
    grows, shrinks = customer.arc.grows_day, customer.arc.shrinks_day
    if grows is not None and day >= customer.day(grows - 365):
        return int(value * 1.2), int(seats * 1.15) + 1
    if shrinks is not None and day >= customer.day(shrinks - 365):
        return int(value * 0.85), max(1, int(seats * 0.85))
    return value, seats


def invoices(customer: DemoCustomer, today: date) -> Rows:
    random = Random(customer.number + 1)
    if customer.tier == Tier.TRIAL:
        return
    months = 3 if customer.tier == Tier.ENTERPRISE else 1
    late_from = customer.arc.pays_late_from
    due = max(customer.joined_on, customer.begin) + timedelta(days=14)
    number = 0
    while due <= today and customer.is_customer_on(due):
        number += 1
        is_late = random.random() < 0.05 + 0.12 * (1 - customer.satisfaction(due)) or (
            late_from is not None and due >= customer.day(late_from) and random.random() < 0.75
        )
        paid = due + timedelta(days=random.randint(8, 40) if is_late else -random.randint(0, 9))
        yield (f"{customer.external_id}-I{number}", customer.external_id,
               round(customer.annual_value * months / 12, 2), due, paid if paid <= today else "")  # fmt: skip
        due += timedelta(days=30 * months + (1 if number % 2 else 0))
