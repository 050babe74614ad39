from django.contrib import admin

from tenure.foundation.audit.admin import AuditedAdmin
from tenure.support.models import Ticket


@admin.register(Ticket)
class TicketAdmin(AuditedAdmin):
    list_display = ("__str__", "customer")
    list_select_related = ("customer",)
    raw_id_fields = ("customer",)
    show_full_result_count = False
