"""What can be done about customers."""

from tenure.customers.actions.customers import (
    AlreadyChurned,
    HasNoBook,
    assign_customer,
    change_customer,
    create_customer,
    end_customer,
    note_contact,
)
from tenure.customers.actions.profiles import add_stakeholder, change_profile, note_departure
from tenure.foundation.checking import ChangedMeanwhile

__all__ = [
    "AlreadyChurned",
    "ChangedMeanwhile",
    "HasNoBook",
    "add_stakeholder",
    "assign_customer",
    "change_customer",
    "change_profile",
    "create_customer",
    "end_customer",
    "note_contact",
    "note_departure",
]
