"""Opportunities: who might buy more, why, what it would bring, and what became of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tenure.customers.models import Customer
from tenure.expansion.words import OPEN, Growth, OpportunityState
from tenure.foundation.tables import (
    Record,
    between,
    choice,
    facts,
    money,
    not_negative,
    one_of,
    texts,
)
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.plans.models import SuccessPlan
from tenure.programme.words import Tier

IS_OPEN = Q(state__in=[state.value for state in OPEN])


class OpportunityQuerySet(models.QuerySet["Opportunity"]):
    def visible_to(self, person: Person) -> OpportunityQuerySet:
        return self if person.may(Permission.CUSTOMERS_VIEW) else self.none()

    def editable_by(self, person: Person) -> OpportunityQuerySet:
        return self.filter(customer__in=Customer.objects.editable_by(person))

    def open(self) -> OpportunityQuerySet:
        return self.filter(IS_OPEN)


class Opportunity(Record):
    """`evidence` is a list of {"sign", "says"}, as it was when it was last seen. A customer has one
    open opportunity at a time; signs that come later are added to it."""

    customer = models.ForeignKey(
        Customer, models.PROTECT, related_name="opportunities", db_index=False
    )
    state = choice(OpportunityState, default=OpportunityState.FOUND.value)
    found_on = models.DateField()
    seen_on = models.DateField(db_comment="the last day on which its signs were there")
    is_over = models.BooleanField(
        default=False, db_default=False, db_comment="the signs are gone, nobody has ended it"
    )
    evidence = facts()
    current_tier = choice(Tier)
    potential_tier = choice(Tier)
    estimated_revenue = money(db_comment="more a year")
    reckoned = models.CharField(max_length=300, db_comment="how the estimate came to be")
    probability_ratio = models.DecimalField(max_digits=4, decimal_places=3)
    suggestions = texts()
    plan = models.OneToOneField(
        SuccessPlan, models.PROTECT, null=True, blank=True, related_name="opportunity"
    )
    ended_on = models.DateField(null=True, blank=True)
    rests_until = models.DateField(null=True, blank=True)
    growth = choice(Growth, null=True, blank=True)
    won_revenue = money(null=True, blank=True, db_comment="more a year")
    note = models.TextField(blank=True, default="", db_default="")

    objects: ClassVar[models.Manager[Opportunity]] = OpportunityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "opportunities"
        constraints = [
            one_of("state", OpportunityState),
            one_of("growth", Growth),
            one_of("current_tier", Tier),
            one_of("potential_tier", Tier),
            between("probability_ratio", 0, 1, "A probability lies between 0 and 1."),
            not_negative("estimated_revenue", "What it brings cannot be negative."),
            not_negative("won_revenue", "What it brought cannot be negative."),
            models.UniqueConstraint(
                fields=["customer"],
                condition=IS_OPEN,
                name="one_open_opportunity_per_customer",
                violation_error_message="There is an open opportunity with this customer already.",
            ),
            models.CheckConstraint(
                condition=(IS_OPEN & Q(ended_on=None)) | (~IS_OPEN & Q(ended_on__isnull=False)),
                name="an_opportunity_that_ended_has_its_day",
                violation_error_message="An opportunity that ended has its day.",
            ),
            models.CheckConstraint(
                condition=~Q(state=OpportunityState.WON.value)
                | Q(won_revenue__isnull=False, growth__isnull=False),
                name="what_was_won_is_known",
                violation_error_message="Say what was bought, and what it brings a year.",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "-found_on"], name="opportunities_of_a_customer"),
            models.Index(
                fields=["state", "-estimated_revenue", "id"], name="opportunities_by_state"
            ),
        ]

    def __str__(self) -> str:
        return f"Opportunity with {self.customer}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN
