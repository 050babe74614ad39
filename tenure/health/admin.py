from django.contrib import admin

from tenure.foundation.audit.admin import ReadOnlyAdmin
from tenure.health.models import (
    Draft,
    HealthScore,
    Override,
    OwnMeasure,
    Pulse,
    ReportedReading,
    Scorecard,
    ScorecardInForce,
)


@admin.register(HealthScore)
class HealthScoreAdmin(ReadOnlyAdmin):
    list_display = ("customer", "score", "level", "trend", "recorded_at")
    list_filter = ("level",)
    list_select_related = ("customer",)
    show_full_result_count = False


@admin.register(Scorecard)
class ScorecardAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "note", "saved_at", "saved_by")


@admin.register(ScorecardInForce)
class ScorecardInForceAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "note", "put_by")
    list_select_related = ("scorecard",)


@admin.register(Draft)
class DraftAdmin(ReadOnlyAdmin):
    list_display = ("name", "person", "updated_at")
    list_select_related = ("person",)


@admin.register(OwnMeasure)
class OwnMeasureAdmin(ReadOnlyAdmin):
    list_display = ("title", "code", "expression")


@admin.register(Pulse)
class PulseAdmin(ReadOnlyAdmin):
    list_display = ("customer", "rating", "given_by", "given_at", "expires_on", "withdrawn_at")
    list_select_related = ("customer",)


@admin.register(Override)
class OverrideAdmin(ReadOnlyAdmin):
    list_display = ("customer", "score", "set_by", "set_at", "expires_at", "ended_at")
    list_select_related = ("customer",)


@admin.register(ReportedReading)
class ReportedReadingAdmin(ReadOnlyAdmin):
    list_display = ("customer", "code", "day", "value", "source")
    list_select_related = ("customer",)
    show_full_result_count = False
