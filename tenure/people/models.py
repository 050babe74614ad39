"""People who sign in, their API tokens, and the sign-ins that failed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Now

from tenure.foundation.ids import new_id
from tenure.foundation.tables import texts
from tenure.people.permissions import Permission
from tenure.people.roles import ROLE_BY_CODE, ROLES, Administrator, CustomerContact, Role


class PersonManager(BaseUserManager["Person"]):
    def get_by_natural_key(self, username: str | None) -> Person:
        """By e-mail, in capitals or not. Other letters are others, though they share a capital:
        who guesses passwords would find a door for each spelling."""
        return self.alias(known_as=Lower("email")).get(known_as=Lower(models.Value(username)))

    def csms(self) -> models.QuerySet[Person]:
        """Those who can have customers: everybody on the team who may change the own book."""
        able = [role.code for role in ROLES if Permission.CUSTOMERS_EDIT in role.permissions]
        return self.filter(is_active=True, role__in=able).order_by("name", "id")


class Person(AbstractBaseUser):
    """Somebody who can sign in: a member of the customer success team, or a customer's contact."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField()
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=20, choices=[(role.code, role.title) for role in ROLES])
    is_active = models.BooleanField(default=True, db_default=True)
    joined_at = models.DateTimeField(db_default=Now())

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name", "role"]

    class Meta:
        verbose_name_plural = "people"
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="one_person_per_email",
                violation_error_message="Somebody with this e-mail address is already here.",
            ),
            models.CheckConstraint(
                condition=Q(role__in=[role.code for role in ROLES]),
                name="a_person_has_a_known_role",
                violation_error_message="This role does not exist.",
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="a_person_has_a_name",
                violation_error_message="A person needs a name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def role_class(self) -> type[Role]:
        return ROLE_BY_CODE[self.role]

    def may(self, permission: Permission) -> bool:
        return self.is_active and permission in self.role_class.permissions

    @property
    def is_customer_contact(self) -> bool:
        return self.role == CustomerContact.code

    # What Django's admin asks: it is for administrators, and they may do everything in it.
    @property
    def is_staff(self) -> bool:
        return self.is_active and self.role == Administrator.code

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        return self.is_staff

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_staff


class ApiToken(models.Model):
    """A key for programs. Only its hash is kept: whoever loses it makes a new one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="api_tokens")
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True, db_comment="SHA-256 of the token")
    hint = models.CharField(max_length=12, db_comment="its first characters, to tell it by")
    may_write = models.BooleanField(default=True, db_default=True)
    areas = texts(db_comment="what of the API it covers; empty: all of it")
    hourly_requests = models.PositiveIntegerField(
        null=True, blank=True, db_comment="its own allowance, in place of the usual one"
    )
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "API token"
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at=None) | Q(expires_at__gt=models.F("created_at")),
                name="a_token_expires_after_it_was_made",
                violation_error_message="A token expires after it was made.",
            ),
        ]
        indexes = [models.Index(fields=["person", "-created_at"], name="tokens_of_a_person")]

    def __str__(self) -> str:
        return f"{self.name} ({self.hint}…)"

    def is_usable(self, at: datetime) -> bool:
        return self.revoked_at is None and (self.expires_at is None or at < self.expires_at)


class FailedSignIn(models.Model):
    """A sign-in that failed. Too many in a row close the door for a while."""

    WINDOW = timedelta(minutes=15)
    MOST_PER_EMAIL = 8
    MOST_PER_ADDRESS = 40

    id = models.BigAutoField(primary_key=True)
    email = models.CharField(max_length=254)
    address = models.GenericIPAddressField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["email", "-at"], name="failed_sign_ins_of_email"),
            models.Index(fields=["address", "-at"], name="failed_sign_ins_of_address"),
        ]

    def __str__(self) -> str:
        return f"{self.email} at {self.at:%Y-%m-%d %H:%M}"
