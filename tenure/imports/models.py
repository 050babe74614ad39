"""Imports: each file that was brought in, what it came to, and what was refused."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tenure.foundation.enums import Word
from tenure.foundation.tables import Record, choice, one_of
from tenure.people.models import Person


class ImportState(Word):
    UPLOADED = "UPLOADED"
    CHECKING = "CHECKING"
    CHECKED = "CHECKED"
    IMPORTING = "IMPORTING"
    DONE = "DONE"
    FAILED = "FAILED"


class Import(Record):
    """One file: how it is read, how far it is, and what it came to."""

    file_name = models.CharField(max_length=255)
    path = models.CharField(max_length=500, db_comment="the file, in the folder of uploads")
    size_bytes = models.BigIntegerField()
    kind = models.CharField(max_length=30, blank=True, default="", db_default="")
    mapping = models.JSONField(null=True, blank=True)
    encoding = models.CharField(max_length=40, blank=True, default="", db_default="")
    state = choice(ImportState, default=ImportState.UPLOADED.value)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="imports")
    rows_read = models.BigIntegerField(default=0, db_default=0)
    created_rows = models.BigIntegerField(default=0, db_default=0)
    changed_rows = models.BigIntegerField(default=0, db_default=0)
    unchanged_rows = models.BigIntegerField(default=0, db_default=0)
    refused_rows = models.BigIntegerField(default=0, db_default=0)
    refusals = models.JSONField(default=list, db_default=[], db_comment="the first hundred")
    problem = models.TextField(blank=True, default="", db_default="")
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("state", ImportState),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=False)
                | ~Q(state__in=[ImportState.DONE.value, ImportState.FAILED.value]),
                name="an_import_that_ended_has_its_time",
                violation_error_message="An import that ended has the time of its end.",
            ),
        ]
        indexes = [models.Index(fields=["-created_at"], name="imports_newest_first")]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_busy(self) -> bool:
        return ImportState(self.state) in (ImportState.CHECKING, ImportState.IMPORTING)

    @property
    def is_done(self) -> bool:
        return bool(self.state == ImportState.DONE)
