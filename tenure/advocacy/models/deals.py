"""Deals that a favour helped: who was sold to, for how much, and whether it was won."""

from django.db import models
from django.db.models import Q

from tenure.advocacy.words import DealState
from tenure.foundation.tables import Record, choice, money, not_blank, not_negative, one_of


class Deal(Record):
    """Several favours may have helped the same deal; what it is worth counts once."""

    name = models.CharField(
        max_length=200,
        unique=True,
        error_messages={"unique": "There is a deal of this name already."},
    )
    annual_value = money()
    state = choice(DealState, default=DealState.OPEN.value)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            not_blank("name", "A deal needs a name."),
            one_of("state", DealState),
            not_negative("annual_value", "Value cannot be negative."),
            models.CheckConstraint(
                condition=Q(state=DealState.OPEN.value, closed_on=None)
                | (~Q(state=DealState.OPEN.value) & Q(closed_on__isnull=False)),
                name="a_deal_that_ended_has_its_day",
                violation_error_message="A deal that was won or lost has its day.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
