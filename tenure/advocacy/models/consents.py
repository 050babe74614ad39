"""What an advocate agreed to do, in whose words, from when until when."""

from django.db import models
from django.db.models import Q

from tenure.advocacy.words import AdvocacyType
from tenure.customers.models import Customer, Stakeholder
from tenure.foundation.tables import Record, choice, in_order, not_blank, one_of


class Consent(Record):
    """For one kind of favour; of one person, or of the customer as a whole. Withdrawn, it stays as it
    was with the day on which it ended."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="consents", db_index=False)
    contact = models.ForeignKey(
        Stakeholder, models.PROTECT, null=True, blank=True, related_name="consents"
    )
    activity_type = choice(AdvocacyType)
    agreed_on = models.DateField()
    until = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    words = models.TextField(db_comment="what they said to it")

    class Meta:
        constraints = [
            one_of("activity_type", AdvocacyType),
            not_blank("words", "Write down what they said to it."),
            in_order("agreed_on", "until", "It ends after it begins."),
            in_order("agreed_on", "withdrawn_on", "It was agreed to before it was withdrawn."),
            models.UniqueConstraint(
                fields=["customer", "contact", "activity_type"],
                condition=Q(withdrawn_on=None),
                nulls_distinct=False,
                name="one_consent_per_person_and_kind",
                violation_error_message="They agreed to this already.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["activity_type", "customer"],
                condition=Q(withdrawn_on=None),
                name="consents_of_a_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_activity_type_display()}: {self.words}"
