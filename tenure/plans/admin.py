from django.contrib import admin

from tenure.foundation.audit.admin import AuditedAdmin
from tenure.plans.models import Milestone, SuccessPlan


@admin.register(SuccessPlan)
class SuccessPlanAdmin(AuditedAdmin):
    list_display = ("title", "customer", "plan_type", "status", "starts_on")
    list_filter = ("plan_type", "status")
    list_select_related = ("customer",)
    raw_id_fields = ("customer",)


@admin.register(Milestone)
class MilestoneAdmin(AuditedAdmin):
    list_display = ("title", "plan", "due_on", "status")
    list_filter = ("status", "priority")
    list_select_related = ("plan",)
    raw_id_fields = ("plan",)
