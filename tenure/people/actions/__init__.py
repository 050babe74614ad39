"""What can be done about people and their access."""

from tenure.people.actions.access import (
    AlreadyHere,
    LastAdministrator,
    UnknownPerson,
    add_person,
    change_password,
    change_role,
    deactivate_person,
    person_with,
    reactivate_person,
    role_named,
)
from tenure.people.actions.sign_in import (
    forget_failed_sign_ins,
    is_locked_out,
    note_failed_sign_in,
)
from tenure.people.actions.tokens import create_token, digest_of, revoke_token

__all__ = [
    "AlreadyHere",
    "LastAdministrator",
    "UnknownPerson",
    "add_person",
    "change_password",
    "change_role",
    "create_token",
    "deactivate_person",
    "digest_of",
    "forget_failed_sign_ins",
    "is_locked_out",
    "note_failed_sign_in",
    "person_with",
    "reactivate_person",
    "revoke_token",
    "role_named",
]
