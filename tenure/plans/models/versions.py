"""What was agreed when: the versions of a plan, and who signed which."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from tenure.foundation.tables import Record, choice, not_blank, one_of
from tenure.plans.models.plans import SuccessPlan
from tenure.plans.words import Side


class PlanVersion(Record):
    """What a plan said from a moment on, as data: see `tenure/plans/contents.py`."""

    plan = models.ForeignKey(SuccessPlan, models.PROTECT, related_name="versions", db_index=False)
    number = models.PositiveIntegerField()
    content = models.JSONField(encoder=DjangoJSONEncoder)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            not_blank("made_by", "Say who changed the plan."),
            models.UniqueConstraint(
                fields=["plan", "number"],
                name="one_version_per_plan_and_number",
                violation_error_message="The plan has this version already.",
            ),
        ]

    def __str__(self) -> str:
        return f"Version {self.number}"


class SignOff(Record):
    """Somebody's agreement to a version of a plan."""

    version = models.ForeignKey(
        PlanVersion, models.PROTECT, related_name="sign_offs", db_index=False
    )
    side = choice(Side)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=200, blank=True, default="", db_default="")
    signed_on = models.DateField()
    recorded_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            one_of("side", Side),
            not_blank("name", "Say who signed."),
            not_blank("recorded_by", "Say who wrote this down."),
            models.UniqueConstraint(
                fields=["version", "side", "name"],
                name="one_sign_off_per_version_and_name",
                violation_error_message="This person has signed this version already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} on {self.signed_on}"
