"""Changes of tiers, and the reviews that propose them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tenure.customers.models import Customer
from tenure.foundation.tables import Record, choice, not_blank, one_of
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.programme.words import Tier
from tenure.tiering.words import OPEN_STATES, Cause, ChangeState, Direction

OPEN = Q(state__in=[state.value for state in OPEN_STATES])


class TierChangeQuerySet(models.QuerySet["TierChange"]):
    def visible_to(self, person: Person) -> TierChangeQuerySet:
        return self if person.may(Permission.CUSTOMERS_VIEW) else self.none()

    def editable_by(self, person: Person) -> TierChangeQuerySet:
        """Those of customers that this person may change."""
        return self.filter(customer__in=Customer.objects.editable_by(person))

    def undecided(self) -> TierChangeQuerySet:
        return self.filter(OPEN)


class TierChange(Record):
    """A customer that moves, or should move, to another tier. At most one of a customer is open."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="tier_changes")
    from_tier = choice(Tier)
    to_tier = choice(Tier)
    direction = choice(Direction)
    cause = choice(Cause)
    reason = models.TextField(db_comment="why, with the figures")
    state = choice(ChangeState, default=ChangeState.PROPOSED.value)
    proposed_on = models.DateField()
    notice_by = models.DateField(
        null=True, blank=True, db_comment="the last day on which a way down can be announced"
    )
    takes_effect_on = models.DateField(
        null=True, blank=True, db_comment="null: on the day on which it is accepted"
    )
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=200, blank=True, default="", db_default="")
    note = models.TextField(blank=True, default="", db_default="")

    objects: ClassVar[models.Manager[TierChange]] = TierChangeQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("from_tier", Tier),
            one_of("to_tier", Tier),
            one_of("direction", Direction),
            one_of("cause", Cause),
            one_of("state", ChangeState),
            not_blank("reason", "Say why."),
            models.CheckConstraint(
                condition=~Q(from_tier=F("to_tier")),
                name="a_change_leads_to_another_tier",
                violation_error_message="Choose another tier than the one it has.",
            ),
            models.CheckConstraint(
                condition=Q(state="PROPOSED", decided_on=None)
                | (~Q(state="PROPOSED") & Q(decided_on__isnull=False)),
                name="a_decided_change_has_its_day",
                violation_error_message="Say when it was decided.",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["ANNOUNCED", "DONE"]) | Q(takes_effect_on__isnull=False),
                name="a_change_that_comes_has_its_day",
                violation_error_message="Say from when on it holds.",
            ),
            models.UniqueConstraint(
                fields=["customer"],
                condition=OPEN,
                name="one_open_change_of_tier_per_customer",
                violation_error_message="A change of this customer's tier is open already.",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "-proposed_on", "-id"], name="tier_changes_of_a_customer"),
            models.Index(fields=["state", "-proposed_on", "-id"], name="tier_changes_by_state"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_from_tier_display()} → {self.get_to_tier_display()}"


class TierReview(Record):
    """A customer's tier was looked at: once a period, with what spoke for it or against it."""

    customer = models.ForeignKey(
        Customer, models.PROTECT, related_name="tier_reviews", db_index=False
    )
    period_starts_on = models.DateField(db_comment="of the quarter, for reviews every 3 months")
    reviewed_on = models.DateField()
    tier = choice(Tier)
    reason = models.TextField()
    months_over = models.PositiveSmallIntegerField(
        default=0, db_default=0, db_comment="months running, up to the newest, over a limit"
    )
    change = models.ForeignKey(
        TierChange, models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    reviewed_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            one_of("tier", Tier),
            not_blank("reason", "Say why."),
            models.UniqueConstraint(
                fields=["customer", "period_starts_on"],
                name="one_tier_review_per_customer_and_period",
                violation_error_message="This customer's tier was looked at in this period already.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["period_starts_on", "tier"],
                name="tier_reviews_over_limits",
                condition=Q(months_over__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.customer_id} on {self.reviewed_on}"
