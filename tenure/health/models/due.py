"""Whom to score soon, because something that measures read has changed."""

from __future__ import annotations

from django.db import models


class Due(models.Model):
    """A change of a customer's inputs, noted by the database itself (health/due.py). Rows are only
    added, so no writer waits for another, and taken away by the job that scores."""

    id = models.BigAutoField(primary_key=True)
    customer_id = models.UUIDField()

    class Meta:
        verbose_name_plural = "due"

    def __str__(self) -> str:
        return str(self.customer_id)
