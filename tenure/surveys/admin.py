from django.contrib import admin

from tenure.foundation.audit.admin import AuditedAdmin
from tenure.surveys.models import SurveyAnswer


@admin.register(SurveyAnswer)
class SurveyAnswerAdmin(AuditedAdmin):
    list_display = ("__str__", "customer")
    list_select_related = ("customer",)
    raw_id_fields = ("customer", "stakeholder")
    show_full_result_count = False
