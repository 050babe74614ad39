"""The audit trail: what was done (a deed), and what it changed (rows, before and after).

Neither table has foreign keys, so the trail outlives what it describes. Rows are added by the
triggers in `triggers.py` and never change: the database refuses to update or delete them.
"""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F
from django.db.models.functions import Lower, Now

from tenure.foundation.ids import new_id


class Deed(models.Model):
    """One thing somebody did: who, what, when, from where, and what there is to say about it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=60, db_comment="noun.past_participle, or “sql”")
    at = models.DateTimeField()
    written_at = models.DateTimeField(db_default=Now())
    by_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=200)
    via = models.CharField(max_length=20, db_comment="page, api, command, job or sql")
    address = models.GenericIPAddressField(null=True)
    request_id = models.CharField(max_length=64, default="", db_default="")
    customer_id = models.UUIDField(null=True)
    details = models.JSONField(default=dict, db_default={}, encoder=DjangoJSONEncoder)

    class Meta:
        indexes = [
            models.Index(fields=["-at", "-id"], name="deeds_newest_first"),
            models.Index(
                Lower("by_name"), F("at").desc(), F("id").desc(), name="deeds_of_a_person"
            ),
            models.Index(
                fields=["customer_id", "-at", "-id"],
                name="deeds_about_a_customer",
                condition=models.Q(customer_id__isnull=False),
            ),
            models.Index(fields=["code", "-at", "-id"], name="deeds_of_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.by_name} {self.code} at {self.at:%Y-%m-%d %H:%M}"


class Change(models.Model):
    """What a deed did to one row. `before` and `after` hold the columns that changed."""

    class Kind(models.TextChoices):
        CREATED = "created"
        CHANGED = "changed"
        DELETED = "deleted"

    id = models.BigAutoField(primary_key=True)
    deed_id = models.UUIDField()
    kind = models.CharField(max_length=10, choices=Kind)
    subject_type = models.CharField(max_length=60, db_comment="app.model")
    subject_id = models.UUIDField()
    subject_name = models.CharField(max_length=300, null=True)
    customer_id = models.UUIDField(null=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["deed_id", "id"], name="changes_of_a_deed"),
            models.Index(fields=["subject_id", "-id"], name="changes_of_a_subject"),
            models.Index(
                fields=["customer_id", "-id"],
                name="changes_about_a_customer",
                condition=models.Q(customer_id__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject_type} {self.subject_name or self.subject_id} {self.kind}"
