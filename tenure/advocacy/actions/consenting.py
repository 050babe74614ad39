"""What an advocate agrees to, and takes back."""

from datetime import date, datetime

from tenure.advocacy.actions.recording import of_the_customer
from tenure.advocacy.models import Consent
from tenure.advocacy.words import AdvocacyType
from tenure.customers.models import Customer, Stakeholder
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Conflict


class AlreadyRevoked(Conflict):
    """It was taken back before."""


@deed("consent.agreed", "noted that {subject} agrees to {kind}")
def agree_to(
    *,
    customer: Customer,
    activity_type: AdvocacyType,
    words: str,
    contact: Stakeholder | None = None,
    agreed_on: date | None = None,
    until: date | None = None,
    by: Author,
    at: datetime,
) -> Consent:
    consent = Consent(
        customer=customer, contact=contact, activity_type=activity_type, words=words.strip(),
        agreed_on=agreed_on or at.date(), until=until, created_at=at,
    )  # fmt: skip
    of_the_customer(contact, customer.id)
    save(consent)
    kind = AdvocacyType(activity_type).label.lower()
    tell(customer_id=customer.id, subject=_who(consent), kind=f"{kind}s")
    return consent


@deed("consent.revoked", "noted that {subject} takes back the consent to {kind}")
def revoke_consent(*, consent: Consent, by: Author, at: datetime) -> Consent:
    found = Consent.objects.select_for_update(of=["self"], no_key=True)
    consent = found.select_related("customer", "contact").get(id=consent.id)
    if consent.withdrawn_on:
        raise AlreadyRevoked("It was taken back before.")
    consent.withdrawn_on = at.date()
    save(consent)
    kind = AdvocacyType(consent.activity_type).label.lower()
    tell(customer_id=consent.customer_id, subject=_who(consent), kind=f"{kind}s")
    return consent


def _who(consent: Consent) -> str:
    name = consent.customer.name
    return f"{consent.contact.name} of {name}" if consent.contact else name
