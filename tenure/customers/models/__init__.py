"""Customers and what stands closest to them."""

from tenure.customers.models.churn import ChurnEvent
from tenure.customers.models.current_health import CurrentHealth
from tenure.customers.models.customer import Customer, CustomerQuerySet
from tenure.customers.models.policy import Lead, Policy
from tenure.customers.models.stakeholder import Stakeholder
from tenure.customers.models.success_profile import SuccessProfile
from tenure.customers.models.tally import Tally

__all__ = [
    "ChurnEvent",
    "CurrentHealth",
    "Customer",
    "CustomerQuerySet",
    "Lead",
    "Policy",
    "Stakeholder",
    "SuccessProfile",
    "Tally",
]
