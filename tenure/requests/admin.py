from django.contrib import admin

from tenure.foundation.audit.admin import AuditedAdmin
from tenure.requests.models import Request


@admin.register(Request)
class RequestAdmin(AuditedAdmin):
    list_display = ("title", "customer", "theme", "state", "asked_on")
    list_filter = ("state",)
    list_select_related = ("customer",)
    raw_id_fields = ("customer", "stakeholder", "feature")
    show_full_result_count = False
