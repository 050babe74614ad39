from django.contrib import admin

from tenure.foundation.audit.admin import ReadOnlyAdmin
from tenure.tiering.models import MonthlyUse, TierChange, TierReview


@admin.register(TierChange)
class TierChangeAdmin(ReadOnlyAdmin):
    list_display = ("customer", "from_tier", "to_tier", "cause", "state", "takes_effect_on")
    list_filter = ("state", "cause")
    list_select_related = ("customer",)
    show_full_result_count = False


@admin.register(TierReview)
class TierReviewAdmin(ReadOnlyAdmin):
    list_display = ("customer", "reviewed_on", "tier", "reason")
    list_select_related = ("customer",)
    show_full_result_count = False


@admin.register(MonthlyUse)
class MonthlyUseAdmin(ReadOnlyAdmin):
    list_display = ("customer", "name", "month", "value")
    list_filter = ("name",)
    list_select_related = ("customer",)
    show_full_result_count = False
