"""What other systems tell of a customer's month: what it used of what its tier limits, leads it converted."""

from datetime import date, datetime
from decimal import Decimal

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Invalid
from tenure.programme.in_force import tiers
from tenure.tiering.models import MonthlyUse
from tenure.tiering.words import limit_words


class UnknownUse(Invalid):
    """Nothing of this name is told by the month."""


@deed("use.reported", "reported {value} {limit} of {subject} in {month}")
def report_use(
    *, customer: Customer, month: date, name: str, value: Decimal, by: Author, at: datetime
) -> MonthlyUse:
    """Keep what was used in a month. Another figure for the month takes the first one's place."""
    known = tiers().told_monthly
    if name not in known:
        words = f"“{name[:50]}” is not told by the month; that is {', '.join(known)}."
        raise UnknownUse(words, {"name": words})
    if month.replace(day=1) > at.date():
        words = "This month has not come yet."
        raise Invalid(words, {"month": words})
    first = month.replace(day=1)
    found = MonthlyUse.objects.select_for_update(no_key=True).filter(
        customer=customer, month=first, name=name
    )
    use = found.first() or MonthlyUse(customer=customer, month=first, name=name, created_at=at)
    if use.value == value:
        leave_no_trace()
        return use
    use.value = value
    save(use)
    tell(
        customer_id=customer.id, subject=customer.name, value=f"{value:,f}",
        limit=limit_words(name), month=f"{first:%B %Y}",
    )  # fmt: skip
    return use
