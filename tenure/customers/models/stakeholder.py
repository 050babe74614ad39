"""The people at the customer: who they are to us, and whether they are still there."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tenure.customers.models.customer import Customer, short_text
from tenure.customers.words import StakeholderRole
from tenure.foundation.tables import Imported, choice, in_order, not_blank, one_of
from tenure.people.models import Person


class StakeholderQuerySet(models.QuerySet["Stakeholder"]):
    def present(self) -> StakeholderQuerySet:
        return self.filter(left_on=None)


class Stakeholder(Imported):
    """Somebody at the customer. One who can sign in is linked to the person that signs in."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="stakeholders")
    name = models.CharField(max_length=200)
    title = short_text()
    email = models.EmailField(blank=True, default="", db_default="")
    phone = short_text(50)
    role = choice(StakeholderRole, default=StakeholderRole.USER.value)
    notes = models.TextField(blank=True, default="", db_default="")
    arrived_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    person = models.OneToOneField(
        Person, models.PROTECT, null=True, blank=True, related_name="stakeholder"
    )

    objects: ClassVar[models.Manager[Stakeholder]] = StakeholderQuerySet.as_manager()

    class Meta:
        constraints = [
            not_blank("name", "A person needs a name."),
            one_of("role", StakeholderRole),
            in_order("arrived_on", "left_on", "This person left before arriving."),
            models.UniqueConstraint(
                fields=["customer", "external_id"],
                name="one_stakeholder_per_external_id",
                violation_error_message="This customer already has somebody with this external id.",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "role"], name="stakeholders_of_a_customer"),
            models.Index(
                fields=["customer"], name="stakeholders_still_there", condition=Q(left_on=None)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_left(self) -> bool:
        return self.left_on is not None
