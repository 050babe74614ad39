from django.contrib import admin

from tenure.advocacy.models import AdvocacyActivity
from tenure.foundation.audit.admin import AuditedAdmin


@admin.register(AdvocacyActivity)
class AdvocacyActivityAdmin(AuditedAdmin):
    list_display = ("__str__", "customer")
    list_select_related = ("customer",)
    raw_id_fields = ("customer",)
    show_full_result_count = False
