from django.contrib import admin

from tenure.foundation.audit.admin import ReadOnlyAdmin
from tenure.health.models import HealthScore, Override, Pulse, ReportedReading, Scorecard


@admin.register(HealthScore)
class HealthScoreAdmin(ReadOnlyAdmin):
    list_display = ("customer", "score", "level", "trend", "recorded_at")
    list_filter = ("level",)
    list_select_related = ("customer",)
    show_full_result_count = False


@admin.register(Scorecard)
class ScorecardAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "first_used_at")


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
