"""What can be done about advocacy."""

from datetime import date, datetime

from tenure.advocacy.models import AdvocacyActivity, AdvocacyStatus, AdvocacyType
from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save


@deed("advocacy.recorded", "recorded “{activity}” with {subject}")
def record_activity(
    *,
    customer: Customer,
    activity_type: AdvocacyType,
    title: str,
    status: AdvocacyStatus,
    happens_on: date | None = None,
    contact_person: str = "",
    outcome: str = "",
    by: Author,
    at: datetime,
) -> AdvocacyActivity:
    """Write down a favour that the customer does, was asked for, or declined."""
    activity = AdvocacyActivity(
        customer=customer, activity_type=activity_type, title=title, status=status,
        happens_on=happens_on, contact_person=contact_person, outcome=outcome, created_at=at,
    )  # fmt: skip
    save(activity)
    tell(customer_id=customer.id, subject=customer.name, activity=title)
    return activity
