from django.contrib import admin

from tenure.alerts.models import Alert
from tenure.foundation.audit.admin import ReadOnlyAdmin


@admin.register(Alert)
class AlertAdmin(ReadOnlyAdmin):
    list_display = ("customer", "rule", "state", "owner", "opened_at")
    list_filter = ("state", "rule")
    list_select_related = ("customer", "owner")
    show_full_result_count = False
