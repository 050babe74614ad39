"""Advisory boards and user groups: who belongs to them, and when they met."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from tenure.advocacy.words import GroupKind
from tenure.customers.models import Customer, Stakeholder
from tenure.foundation.tables import Record, choice, in_order, not_blank, one_of


class Group(Record):
    kind = choice(GroupKind)
    name = models.CharField(
        max_length=200,
        unique=True,
        error_messages={"unique": "There is a group of this name already."},
    )
    purpose = models.TextField(blank=True, default="", db_default="")

    class Meta:
        constraints = [not_blank("name", "A group needs a name."), one_of("kind", GroupKind)]

    def __str__(self) -> str:
        return self.name


class Member(Record):
    """A person of a customer, or the customer as a whole, from when until when."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="members", db_index=False)
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="memberships")
    contact = models.ForeignKey(
        Stakeholder, models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            in_order("joined_on", "left_on", "They joined before they left."),
            models.UniqueConstraint(
                fields=["group", "customer", "contact"],
                condition=Q(left_on=None),
                nulls_distinct=False,
                name="one_membership_at_a_time",
                violation_error_message="They are a member already.",
            ),
        ]
        indexes = [models.Index(fields=["group", "joined_on"], name="members_of_a_group")]

    def __str__(self) -> str:
        return f"{self.contact.name} of {self.customer}" if self.contact else str(self.customer)


def members() -> ArrayField:  # type: ignore[type-arg]
    return ArrayField(models.UUIDField(), default=list, db_default=[], blank=True)


class GroupMeeting(Record):
    """`invited`, `came` and `contributed` hold the ids of members."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="meetings", db_index=False)
    held_on = models.DateField()
    subject = models.CharField(max_length=200)
    notes = models.TextField(blank=True, default="", db_default="")
    invited = members()
    came = members()
    contributed = members()

    class Meta:
        constraints = [
            not_blank("subject", "Say what it was about."),
            models.CheckConstraint(
                condition=Q(invited__contains=models.F("came"))
                & Q(came__contains=models.F("contributed")),
                name="who_came_was_invited",
                violation_error_message="Who contributed came, and who came was invited.",
            ),
        ]
        indexes = [models.Index(fields=["group", "held_on"], name="meetings_of_a_group")]

    def __str__(self) -> str:
        return self.subject
