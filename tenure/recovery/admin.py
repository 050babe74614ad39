from django.contrib import admin

from tenure.foundation.audit.admin import ReadOnlyAdmin
from tenure.recovery.models import Case


@admin.register(Case)
class CaseAdmin(ReadOnlyAdmin):
    list_display = ("customer", "state", "level", "opened_at", "assessed_at", "ended_at")
    list_filter = ("state", "level")
    list_select_related = ("customer",)
    show_full_result_count = False
