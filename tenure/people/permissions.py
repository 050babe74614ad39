"""What can be permitted. Roles (roles.py) are made of these; guards (guards.py) ask for them."""

from enum import StrEnum


class Permission(StrEnum):
    CUSTOMERS_VIEW = "see customers"
    CUSTOMERS_EDIT = "change customers in the own book"
    CUSTOMERS_EDIT_ALL = "change every customer"
    CUSTOMERS_ASSIGN = "hand customers to another CSM"
    HEALTH_SCORE = "compute health scores"
    HEALTH_CONFIGURE = "decide how health is scored"
    IMPORTS_RUN = "import files"
    AUDIT_VIEW = "read the audit trail"
    PEOPLE_VIEW = "see who has access"
    PEOPLE_EDIT = "give and take access"
    SHARED_VIEW = "see what was shared with the own company"
