from django.contrib import admin

from tenure.foundation.audit.admin import ReadOnlyAdmin
from tenure.work.models import Task, Touchpoint


@admin.register(Task)
class TaskAdmin(ReadOnlyAdmin):
    list_display = ("title", "customer", "owner", "due_on", "state", "origin")
    list_filter = ("state", "origin", "priority")
    list_select_related = ("customer", "owner")
    show_full_result_count = False


@admin.register(Touchpoint)
class TouchpointAdmin(ReadOnlyAdmin):
    list_display = ("subject", "customer", "kind", "state", "planned_on", "happened_at")
    list_filter = ("state", "kind")
    list_select_related = ("customer",)
    show_full_result_count = False
