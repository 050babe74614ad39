"""The customer: the organisation that we want to succeed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat, Lower, Now

from tenure.customers.words import CustomerStatus
from tenure.foundation.tables import (
    Imported,
    between,
    choice,
    facts,
    in_order,
    money,
    not_blank,
    not_negative,
    one_of,
    texts,
)
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.programme.words import Tier

if TYPE_CHECKING:
    from tenure.customers.models.success_profile import SuccessProfile


def short_text(length: int = 200, **options: Any) -> models.CharField[Any, Any]:
    return models.CharField(max_length=length, blank=True, default="", db_default="", **options)


class CustomerQuerySet(models.QuerySet["Customer"]):
    def visible_to(self, person: Person) -> CustomerQuerySet:
        """Those that this person may know of. A stranger's look-up finds nothing."""
        return self if person.may(Permission.CUSTOMERS_VIEW) else self.none()

    def editable_by(self, person: Person) -> CustomerQuerySet:
        """Those that this person may change: all, the own book, or none."""
        if person.may(Permission.CUSTOMERS_EDIT_ALL):
            return self
        if person.may(Permission.CUSTOMERS_EDIT):
            return self.owned_by(person)
        return self.none()

    def owned_by(self, csm: Person) -> CustomerQuerySet:
        return self.filter(success_profile__csm=csm)

    def current(self) -> CustomerQuerySet:
        """Those that are still customers."""
        return self.exclude(status=CustomerStatus.CHURNED)

    def matching(self, words: str) -> CustomerQuerySet:
        """A case-blind part of the name, the company's name or the e-mail address."""
        return self.filter(search_text__contains=words.lower()) if words else self


class Customer(Imported):
    """An organisation that buys from us, from its first contract to long after its last."""

    lead = models.OneToOneField(
        "customers.Lead", models.PROTECT, null=True, blank=True, related_name="customer"
    )
    name = models.CharField(max_length=200)
    company_name = short_text()
    email = models.EmailField(blank=True, default="", db_default="")
    phone = short_text(50)
    industry = short_text(100)
    business_type = short_text(100)
    employee_count = models.PositiveIntegerField(null=True, blank=True)
    annual_revenue = money(null=True, blank=True)
    website = short_text(500)
    billing_address = short_text(500)
    billing_city = short_text(100)
    billing_state = short_text(100)
    billing_zip_code = short_text(20)
    billing_country = short_text(100)
    tier = choice(Tier, default=Tier.SMALL_BUSINESS.value)
    tier_follows_value = models.BooleanField(
        default=False, db_default=False, db_comment="nobody set the tier: contracts decide it"
    )
    tier_settled_on = models.DateField(
        null=True,
        blank=True,
        db_comment="its first review; from then on only reviews move the tier",
    )
    status = choice(CustomerStatus, default=CustomerStatus.ACTIVE.value)
    contract_starts_on = models.DateField()
    contract_ends_on = models.DateField(null=True, blank=True)
    annual_contract_value = money(default=0, db_default=0)
    customer_since = models.DateTimeField(db_default=Now())
    churned_on = models.DateField(null=True, blank=True)
    total_policies = models.PositiveIntegerField(default=0, db_default=0)
    active_policies = models.PositiveIntegerField(default=0, db_default=0)
    lifetime_value = money(default=0, db_default=0)
    last_contact_at = models.DateTimeField(null=True, blank=True)
    next_renewal_on = models.DateField(null=True, blank=True)
    preferred_contact_method = short_text(50)
    tags = texts()
    metadata = facts()
    search_text = models.GeneratedField(
        expression=Lower(
            Concat(
                "name",
                Value(" "),
                "company_name",
                Value(" "),
                "email",
                output_field=models.TextField(),
            )
        ),
        output_field=models.TextField(),
        db_persist=True,
        editable=False,
    )

    success_profile: SuccessProfile
    objects: ClassVar[models.Manager[Customer]] = CustomerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["external_id"],
                name="one_customer_per_external_id",
                violation_error_message="Another customer already has this external id.",
            ),
            not_blank("name", "A customer needs a name."),
            one_of("tier", Tier),
            one_of("status", CustomerStatus),
            between("employee_count", 1, 100_000_000, "A customer has at least one employee."),
            not_negative("annual_revenue", "Revenue cannot be negative."),
            not_negative("annual_contract_value", "A contract's value cannot be negative."),
            not_negative("lifetime_value", "Lifetime value cannot be negative."),
            in_order(
                "contract_starts_on", "contract_ends_on", "The contract ends before it starts."
            ),
            models.CheckConstraint(
                condition=Q(active_policies__lte=F("total_policies")),
                name="active_policies_are_among_all_policies",
                violation_error_message="There are more active policies than policies.",
            ),
            models.CheckConstraint(
                condition=Q(churned_on=None) | Q(status=CustomerStatus.CHURNED.value),
                name="only_a_churned_customer_has_a_day_of_churn",
                violation_error_message="Only a churned customer has a day of churn.",
            ),
        ]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="customers_newest_first"),
            models.Index(
                fields=["status", "tier", "-created_at", "-id"], name="customers_by_status_and_tier"
            ),
            models.Index(fields=["tier", "-created_at", "-id"], name="customers_by_tier"),
            models.Index(Lower("name"), "id", name="customers_by_name"),
            models.Index(fields=["-annual_contract_value", "-id"], name="customers_by_value"),
            models.Index(fields=["customer_since", "id"], name="customers_by_seniority"),
            models.Index(fields=["last_contact_at", "id"], name="customers_by_last_contact"),
            models.Index(
                fields=["next_renewal_on", "id"],
                name="customers_by_renewal",
                condition=Q(next_renewal_on__isnull=False),
            ),
            GinIndex(fields=["tags"], name="customers_by_tag"),
            GinIndex(OpClass(F("search_text"), "gin_trgm_ops"), name="customers_by_words"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_churned(self) -> bool:
        return bool(self.status == CustomerStatus.CHURNED)
