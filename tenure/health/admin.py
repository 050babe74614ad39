from django.contrib import admin

from tenure.foundation.audit.admin import ReadOnlyAdmin
from tenure.health.models import HealthScore, Scorecard


@admin.register(HealthScore)
class HealthScoreAdmin(ReadOnlyAdmin):
    list_display = ("customer", "score", "level", "trend", "recorded_at")
    list_filter = ("level",)
    list_select_related = ("customer",)
    show_full_result_count = False


@admin.register(Scorecard)
class ScorecardAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "first_used_at")
