from django.contrib import admin

from tenure.expansion.models import Opportunity
from tenure.foundation.audit.admin import AuditedAdmin


@admin.register(Opportunity)
class OpportunityAdmin(AuditedAdmin):
    list_display = ("__str__", "state", "found_on")
    list_select_related = ("customer",)
    raw_id_fields = ("customer", "plan")
    show_full_result_count = False
