from django.contrib import admin

from tenure.foundation.audit.admin import AuditedAdmin
from tenure.reviews.models import BusinessReview, PlannedReview


@admin.register(BusinessReview)
class BusinessReviewAdmin(AuditedAdmin):
    list_display = ("__str__", "customer")
    list_select_related = ("customer",)
    raw_id_fields = ("customer",)
    show_full_result_count = False


@admin.register(PlannedReview)
class PlannedReviewAdmin(AuditedAdmin):
    list_display = ("__str__", "state", "scheduled_at", "organiser")
    list_select_related = ("customer", "organiser")
    raw_id_fields = ("customer", "organiser", "review")
    show_full_result_count = False
