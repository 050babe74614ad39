"""Policies and leads on the wire: what the insurance platform knows of a customer."""

from uuid import UUID

from pydantic import Field

from tenure.foundation.rest.kinds import Day, Instant, Money
from tenure.foundation.rest.wire import Resource, Wire


class Policy(Wire):
    """An insurance policy of the customer."""

    id: UUID
    policy_number: str
    carrier: str
    kind: str = Field(alias="type")
    status: str
    premium: Money
    effective_on: Day = Field(alias="effectiveDate")
    expires_on: Day | None = Field(alias="expiryDate")


POLICIES = Resource(Policy, "customers_policy o", "o")


class Lead(Wire):
    """The lead that a customer was converted from."""

    id: UUID
    name: str
    email: str | None
    phone: str | None
    source: str | None
    received_at: Instant


LEADS = Resource(Lead, "customers_lead l", "l")
