"""What the API remembers: answers that may be asked for again, and allowances that were used."""

from django.db import models


class Answered(models.Model):
    """A request with an Idempotency-Key, and what it was answered. Kept for a day."""

    id = models.BigAutoField(primary_key=True)
    person_id = models.UUIDField()
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64, db_comment="of method, path and body")
    status = models.PositiveSmallIntegerField(null=True)
    body = models.BinaryField(null=True)
    version = models.CharField(
        max_length=40, blank=True, default="", db_default="", db_comment="the ETag"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person_id", "key"],
                name="one_answer_per_person_and_key",
                violation_error_message="This key was used already.",
            )
        ]
        indexes = [models.Index(fields=["at"], name="answers_oldest_first")]

    def __str__(self) -> str:
        return self.key


class Allowance(models.Model):
    """How many requests a token has taken of the allowance of an hour."""

    id = models.BigAutoField(primary_key=True)
    token_id = models.UUIDField()
    hour = models.DateTimeField()
    taken = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["token_id", "hour"],
                name="one_allowance_per_hour",
                violation_error_message="This hour's allowance is there already.",
            )
        ]
        indexes = [models.Index(fields=["hour"], name="allowances_oldest_first")]

    def __str__(self) -> str:
        return f"{self.taken} in {self.hour:%Y-%m-%d %H}"
