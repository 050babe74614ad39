"""The roles, to be read like a leaflet: a sentence each, and what it permits."""

from typing import ClassVar

from tenure.people.permissions import Permission

READ = frozenset(
    {Permission.CUSTOMERS_VIEW, Permission.AUDIT_VIEW, Permission.PEOPLE_VIEW},
)


class Role:
    """A role is one of the classes below; nobody makes instances of it."""

    code: ClassVar[str]
    title: ClassVar[str]
    sentence: ClassVar[str]
    permissions: ClassVar[frozenset[Permission]]


class Administrator(Role):
    code = "administrator"
    title = "Administrator"
    sentence = "Runs the installation: gives access, imports data, and may change everything."
    permissions = frozenset(set(Permission) - {Permission.SHARED_VIEW})


class Manager(Role):
    code = "manager"
    title = "Manager"
    sentence = (
        "Leads the team: sees and changes every customer, decides whose book it is in and how "
        "health is scored."
    )
    permissions = READ | {
        Permission.CUSTOMERS_EDIT,
        Permission.CUSTOMERS_EDIT_ALL,
        Permission.CUSTOMERS_ASSIGN,
        Permission.HEALTH_SCORE,
        Permission.HEALTH_CONFIGURE,
        Permission.IMPORTS_RUN,
    }


class CSM(Role):
    code = "csm"
    title = "CSM"
    sentence = "Looks after customers: sees every customer, and changes those in the own book."
    permissions = READ | {Permission.CUSTOMERS_EDIT, Permission.HEALTH_SCORE}


class Executive(Role):
    code = "executive"
    title = "Executive"
    sentence = "Sees everything about every customer, and changes nothing."
    permissions = READ


class CustomerContact(Role):
    code = "customer_contact"
    title = "Customer contact"
    sentence = "Works at a customer: sees what was shared with that customer, and nothing else."
    permissions = frozenset({Permission.SHARED_VIEW})


ROLES: tuple[type[Role], ...] = (Administrator, Manager, CSM, Executive, CustomerContact)
ROLE_BY_CODE: dict[str, type[Role]] = {role.code: role for role in ROLES}
TEAM_ROLES: tuple[type[Role], ...] = (Administrator, Manager, CSM, Executive)
